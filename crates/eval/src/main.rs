//! `rapporteur-eval`: every figure, by the published scorers on the product's real output.

fn main() {}
