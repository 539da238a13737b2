//! What PyTorch gave, as `write_fixture` of `training/export.py` writes it.

use rapporteur_encoder::{Model, Window};
use safetensors::SafeTensors;

/// One window of a fixture.
pub(crate) struct Expected {
    /// What goes in.
    pub(crate) pieces: Vec<u32>,
    /// A row for each feature.
    pub(crate) features: Vec<Vec<u8>>,
    /// Last hidden states by int8 in PyTorch.
    pub(crate) hidden: Vec<f32>,
    /// Last hidden states in fp32.
    pub(crate) exact: Vec<f32>,
    /// Results of the dense heads by name, from `hidden`.
    pub(crate) heads: Vec<(String, Vec<f32>)>,
}

impl Expected {
    pub(crate) fn window(&self) -> Window<'_> {
        Window { pieces: &self.pieces, features: &self.features }
    }
}

/// The windows of a fixture.
pub(crate) fn expected(bytes: &[u8]) -> Vec<Expected> {
    let file = SafeTensors::deserialize(bytes).unwrap();
    let numbers =
        |name: &str| -> Vec<[u8; 4]> { file.tensor(name).unwrap().data().as_chunks().0.to_vec() };
    let floats =
        |name: &str| -> Vec<f32> { numbers(name).into_iter().map(f32::from_le_bytes).collect() };
    let count = file.names().iter().filter(|name| name.ends_with(".pieces")).count();
    let window = |w: usize| {
        let pieces: Vec<u32> =
            numbers(&format!("{w}.pieces")).into_iter().map(u32::from_le_bytes).collect();
        let features = file.tensor(&format!("{w}.features")).unwrap();
        let prefix = format!("{w}.head.");
        let mut heads: Vec<_> = file
            .names()
            .iter()
            .filter_map(|name| Some((name.strip_prefix(&prefix)?.to_owned(), floats(name))))
            .collect();
        heads.sort_by(|a, b| a.0.cmp(&b.0));
        Expected {
            features: features.data().chunks(pieces.len()).map(<[u8]>::to_vec).collect(),
            hidden: floats(&format!("{w}.hidden")),
            exact: floats(&format!("{w}.exact")),
            heads,
            pieces,
        }
    };
    (0..count).map(window).collect()
}

/// Cosine of two rows.
pub(crate) fn cosine(a: &[f32], b: &[f32]) -> f64 {
    let dot = |a: &[f32], b: &[f32]| -> f64 {
        a.iter().zip(b).map(|(a, b)| f64::from(*a) * f64::from(*b)).sum()
    };
    dot(a, b) / (dot(a, a) * dot(b, b)).sqrt()
}

/// How near two windows' rows are: the mean of their cosines, and the least.
pub(crate) fn nearness(a: &[f32], b: &[f32], width: usize) -> (f64, f64) {
    assert_eq!(a.len(), b.len());
    let rows = a.chunks(width).zip(b.chunks(width));
    let cosines: Vec<f64> = rows.map(|(a, b)| cosine(a, b)).collect();
    (cosines.iter().sum::<f64>() / cosines.len() as f64, cosines.into_iter().fold(1.0, f64::min))
}

/// Holds a model to a fixture. PyTorch sums in another order, so that now and then a number falls to
/// the other side of a step of int8, and what follows in that window is off by as much as int8 is
/// from fp32. Hence: two windows within 1e-3 in every number; each window's mean cosine at least
/// `near` to int8 in PyTorch and `far` to fp32; all windows together nearer to int8 in PyTorch than
/// half the way to fp32; heads equal within 1e-4.
#[allow(clippy::print_stdout, reason = "the distances are worth reading")]
pub(crate) fn hold(model: &Model, windows: &[Expected], near: f64, far: f64) {
    assert!(!windows.is_empty());
    let all: Vec<Window<'_>> = windows.iter().map(Expected::window).collect();
    let (mut same, mut off, mut way) = (0, 0.0, 0.0);
    for (expected, hidden) in windows.iter().zip(model.encode(&all)) {
        let (mean, least) = nearness(&hidden.values, &expected.hidden, hidden.width);
        let (exact, _) = nearness(&hidden.values, &expected.exact, hidden.width);
        let pairs = hidden.values.iter().zip(&expected.hidden);
        let most = pairs.map(|(a, b)| (a - b).abs()).fold(0.0, f32::max);
        let count = expected.pieces.len();
        println!("{count} pieces: to int8 {mean:.7} ({least:.7}, {most:.5}), to fp32 {exact:.5}");
        assert!(mean >= near, "{count} pieces: {mean}");
        assert!(exact >= far, "{count} pieces: {exact}");
        same += usize::from(most < 1e-3);
        off += 1.0 - mean;
        way += 1.0 - exact;
        for (name, values) in &expected.heads {
            let head = model.head(name).unwrap();
            for (ours, theirs) in head.apply(&expected.hidden).iter().zip(values) {
                assert!((ours - theirs).abs() < 1e-4, "{name}: {ours} {theirs}");
            }
        }
    }
    assert!(same >= 2, "{same} of {} windows are equal", windows.len());
    assert!(off < way / 2.0, "{off} from int8 in PyTorch, {way} from fp32");
}
