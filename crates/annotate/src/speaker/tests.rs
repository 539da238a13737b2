//! Examples of speakers.
