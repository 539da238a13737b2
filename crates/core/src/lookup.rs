//! Hash tables that cannot be iterated, so that their random order never reaches output.

use std::borrow::Borrow;
use std::hash::Hash;

/// A hash map for look-ups only. It offers no iteration on purpose: see `clippy.toml`.
#[derive(Clone, Debug)]
#[allow(clippy::disallowed_types)]
pub struct LookupMap<K, V>(std::collections::HashMap<K, V>);

#[allow(clippy::disallowed_types)]
impl<K: Eq + Hash, V> LookupMap<K, V> {
    /// An empty map.
    pub fn new() -> Self {
        Self(std::collections::HashMap::new())
    }

    /// Puts `value` at `key` and gives back what stood there.
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        self.0.insert(key, value)
    }

    /// The value at `key`.
    pub fn get<Q: Eq + Hash + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.0.get(key)
    }

    /// The value at `key`, to change.
    pub fn get_mut<Q: Eq + Hash + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        self.0.get_mut(key)
    }

    /// The value at `key`, made first where there is none.
    pub fn get_or_insert_with(&mut self, key: K, make: impl FnOnce() -> V) -> &mut V {
        self.0.entry(key).or_insert_with(make)
    }

    /// Takes the value at `key` out.
    pub fn remove<Q: Eq + Hash + ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        self.0.remove(key)
    }

    /// Whether `key` is there.
    pub fn contains_key<Q: Eq + Hash + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.0.contains_key(key)
    }

    /// How many keys there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no key.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<K: Eq + Hash, V> Default for LookupMap<K, V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K: Eq + Hash, V> FromIterator<(K, V)> for LookupMap<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(pairs: I) -> Self {
        Self(pairs.into_iter().collect())
    }
}

/// A hash set for look-ups only.
#[derive(Clone, Debug)]
pub struct LookupSet<K>(LookupMap<K, ()>);

impl<K: Eq + Hash> LookupSet<K> {
    /// An empty set.
    pub fn new() -> Self {
        Self(LookupMap::new())
    }

    /// Puts `key` in; whether it was new.
    pub fn insert(&mut self, key: K) -> bool {
        self.0.insert(key, ()).is_none()
    }

    /// Whether `key` is in.
    pub fn contains<Q: Eq + Hash + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.0.contains_key(key)
    }

    /// How many keys there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no key.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<K: Eq + Hash> Default for LookupSet<K> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K: Eq + Hash> FromIterator<K> for LookupSet<K> {
    fn from_iter<I: IntoIterator<Item = K>>(keys: I) -> Self {
        Self(keys.into_iter().map(|k| (k, ())).collect())
    }
}
