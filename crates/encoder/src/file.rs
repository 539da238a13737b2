//! The model file: [safetensors](https://github.com/huggingface/safetensors), with `__metadata__`:
//!
//! | key | value |
//! | --- | --- |
//! | `format_version` | the version of what is written here |
//! | `name` | the model's name |
//! | `config` | JSON: the measures ([`Config`]) |
//! | `labels` | JSON that the users of the heads understand |
//! | `sha256` | of the whole file, its own 64 digits standing as zeros |
//!
//! Tensors, `N` a layer and `M` one of its six dense layers `query`, `key`, `value`, `output`, `up`,
//! `down`:
//!
//! | name | form |
//! | --- | --- |
//! | `vocab` | u8: the pieces, one a line |
//! | `embeddings.word.q`, `.scale` | i8 `[pieces, hidden]`, a scale for each row |
//! | `embeddings.position`, `embeddings.feature.K` | `[rows, hidden]` |
//! | `embeddings.type` | `[hidden]` |
//! | `embeddings.norm.weight`, `.bias` | `[hidden]` |
//! | `layer.N.M.weight.q`, `.weight.scale`, `.bias` | i8 `[out, in]`, a scale and a bias for each output |
//! | `layer.N.attention_norm.*`, `layer.N.output_norm.*` | as `embeddings.norm` |
//! | `head.*` | whatever the users of the heads need |
//!
//! What is not said to be bytes is f32, or f16 where size matters.

use crate::error::{ModelError, ModelErrorKind};
use safetensors::tensor::{Dtype, SafeTensors, TensorView};
use sha2::{Digest as _, Sha256};

/// The version of the format that this program reads and `training/export.py` writes.
const FORMAT_VERSION: &str = "1";

/// The measures of a model.
#[derive(Clone, Debug, serde::Deserialize)]
pub(crate) struct Config {
    /// Width of a hidden state.
    pub(crate) hidden: usize,
    pub(crate) layers: usize,
    pub(crate) heads: usize,
    /// Width between the two dense layers after attention.
    pub(crate) intermediate: usize,
    /// Longest window.
    pub(crate) positions: usize,
    /// Rows of each feature's table.
    pub(crate) features: Vec<usize>,
    /// What normalisation adds to the variance.
    pub(crate) epsilon: f32,
}

impl Config {
    /// The kernels' conditions, and bounds that keep every product and sum in range.
    fn check(&self) -> Result<(), ModelError> {
        let head = self.hidden.checked_div(self.heads).unwrap_or(0);
        let fits = head >= 32
            && head.is_multiple_of(32)
            && head * self.heads == self.hidden
            && self.hidden <= 4096
            && self.intermediate.is_multiple_of(16)
            && (16..=16384).contains(&self.intermediate)
            && self.layers <= 128
            && (1..=65536).contains(&self.positions)
            && self.features.len() <= 64
            && self.epsilon.is_finite();
        fits.then_some(())
            .ok_or_else(|| ModelError::not_a_model("its configuration asks for what cannot be"))
    }
}

/// A file whose sum is right, opened.
pub(crate) struct File<'a> {
    tensors: SafeTensors<'a>,
    pub(crate) name: String,
    pub(crate) labels: String,
    pub(crate) config: Config,
}

impl<'a> File<'a> {
    /// Reads the header and checks the sum, version and measures.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, ModelError> {
        let (length, header) =
            SafeTensors::read_metadata(bytes).map_err(ModelError::not_a_model)?;
        let entries = header.metadata().as_ref();
        let entry = |key: &str| {
            entries
                .and_then(|entries| entries.get(key))
                .ok_or_else(|| ModelError::not_a_model(format!("it has no {key}")))
        };
        let version = entry("format_version")?;
        if version != FORMAT_VERSION {
            let found = version.clone();
            return Err(ModelErrorKind::Version { found, expected: FORMAT_VERSION }.into());
        }
        check_sum(bytes, length, entry("sha256")?)?;
        let config: Config =
            serde_json::from_str(entry("config")?).map_err(ModelError::not_a_model)?;
        config.check()?;
        let (name, labels) = (entry("name")?.clone(), entry("labels")?.clone());
        let tensors = SafeTensors::deserialize(bytes).map_err(ModelError::not_a_model)?;
        Ok(Self { tensors, name, labels, config })
    }

    fn view(&self, name: &str, expected: &str) -> Result<TensorView<'a>, ModelError> {
        self.tensors.tensor(name).map_err(|_| ModelError::shape(name, expected))
    }

    /// Bytes, signed or not, of this shape.
    pub(crate) fn bytes(&self, name: &str, shape: &[usize]) -> Result<&'a [u8], ModelError> {
        let expected = format!("bytes of shape {shape:?}");
        let view = self.view(name, &expected)?;
        match view.dtype() {
            Dtype::I8 | Dtype::U8 if view.shape() == shape => Ok(view.data()),
            _ => Err(ModelError::shape(name, expected)),
        }
    }

    /// Bytes in one row, however many.
    pub(crate) fn text(&self, name: &str) -> Result<&'a [u8], ModelError> {
        let view = self.view(name, "a row of bytes")?;
        match (view.dtype(), view.shape()) {
            (Dtype::U8, [_]) => Ok(view.data()),
            _ => Err(ModelError::shape(name, "a row of bytes")),
        }
    }

    /// Floats of this shape.
    pub(crate) fn floats(&self, name: &str, shape: &[usize]) -> Result<Vec<f32>, ModelError> {
        let expected = format!("floats of shape {shape:?}");
        let view = self.view(name, &expected)?;
        let values = floats(&view).filter(|_| view.shape() == shape);
        values.ok_or_else(|| ModelError::shape(name, expected))
    }

    /// All float tensors whose name begins so, in the order of their names, without the beginning.
    pub(crate) fn all(&self, prefix: &str) -> Vec<(String, Vec<usize>, Vec<f32>)> {
        let mut found: Vec<_> = self
            .tensors
            .iter()
            .filter_map(|(name, view)| {
                let name = name.strip_prefix(prefix)?;
                Some((name.to_owned(), view.shape().to_vec(), floats(&view)?))
            })
            .collect();
        found.sort_by(|a, b| a.0.cmp(&b.0));
        found
    }
}

/// Compares the file's sum with `expected`, 64 digits that stand in the header.
fn check_sum(bytes: &[u8], header: usize, expected: &str) -> Result<(), ModelError> {
    const DIGITS: usize = 64;
    if expected.len() != DIGITS || !expected.bytes().all(|b| b.is_ascii_hexdigit()) {
        return Err(ModelError::not_a_model("its sha256 is not 64 digits"));
    }
    let head = bytes.get(..header + 8).unwrap_or(bytes);
    let at = head.windows(DIGITS).position(|window| window == expected.as_bytes());
    let at = at.ok_or_else(|| ModelError::not_a_model("its sha256 is not in its header"))?;
    let mut sum = Sha256::new();
    sum.update(bytes.get(..at).unwrap_or_default());
    sum.update([b'0'; DIGITS]);
    sum.update(bytes.get(at + DIGITS..).unwrap_or_default());
    let digits = expected.as_bytes().as_chunks::<2>().0;
    let same = sum.finalize().iter().zip(digits).all(|(byte, digits)| {
        let digits = std::str::from_utf8(digits).ok();
        digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) == Some(*byte)
    });
    same.then_some(()).ok_or_else(|| ModelErrorKind::Damaged.into())
}

/// The numbers of a tensor of floats, which may begin at any byte.
fn floats(view: &TensorView<'_>) -> Option<Vec<f32>> {
    match view.dtype() {
        Dtype::F32 => {
            Some(view.data().as_chunks().0.iter().map(|b| f32::from_le_bytes(*b)).collect())
        }
        Dtype::F16 => {
            Some(view.data().as_chunks().0.iter().map(|b| half(u16::from_le_bytes(*b))).collect())
        }
        _ => None,
    }
}

/// A half-precision number (IEEE 754 binary16), exactly.
fn half(bits: u16) -> f32 {
    let (exponent, fraction) = ((bits >> 10) & 31, bits & 1023);
    let size = match exponent {
        0 => f32::from(fraction) * 2f32.powi(-24),
        31 if fraction == 0 => f32::INFINITY,
        31 => f32::NAN,
        _ => f32::from(fraction + 1024) * 2f32.powi(i32::from(exponent) - 25),
    };
    if bits >> 15 == 1 { -size } else { size }
}

#[cfg(test)]
mod tests {
    use super::half;

    #[test]
    fn halves_are_read_exactly() {
        let cases = [
            (0x0000, 0.0),
            (0x0001, 5.960_464_5e-8),
            (0x3c00, 1.0),
            (0xc000, -2.0),
            (0x3555, 0.333_251_95),
            (0x7bff, 65504.0),
            (0xfc00, f32::NEG_INFINITY),
        ];
        for (bits, value) in cases {
            assert_eq!(half(bits), value);
        }
        assert!(half(0x7e00).is_nan());
    }
}
