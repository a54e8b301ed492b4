//! Tables that the build writes into the program and that are read where they lie there, without making anything of them.

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;

/// A row of numbers, four bytes each, the lowest byte first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Numbers(Cow<'static, [u8]>);

/// Bytes of a number.
const SIZE: usize = size_of::<u32>();

impl Numbers {
    /// The number at a place.
    pub fn get(&self, at: usize) -> Option<u32> {
        let bytes = self.0.get(at.checked_mul(SIZE)?..)?.first_chunk::<SIZE>()?;
        Some(u32::from_le_bytes(*bytes))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len() / SIZE
    }
}

impl FromIterator<u32> for Numbers {
    fn from_iter<T: IntoIterator<Item = u32>>(numbers: T) -> Self {
        Self(Cow::Owned(numbers.into_iter().flat_map(u32::to_le_bytes).collect()))
    }
}

impl Serialize for Numbers {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

impl<'de: 'static> Deserialize<'de> for Numbers {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_bytes(Borrowed).map(|bytes| Self(Cow::Borrowed(bytes)))
    }
}

/// A text of the program.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text(Cow<'static, str>);

impl Text {
    /// The bytes from one place to another.
    pub fn bytes(&self, from: u32, to: u32) -> Option<&[u8]> {
        self.0.as_bytes().get(from as usize..to as usize)
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(Cow::Owned(text))
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de: 'static> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <&'static str>::deserialize(deserializer).map(|text| Self(Cow::Borrowed(text)))
    }
}

/// Takes bytes that stay where they are.
struct Borrowed;

impl<'de> Visitor<'de> for Borrowed {
    type Value = &'de [u8];

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("bytes of the program")
    }

    fn visit_borrowed_bytes<E: Error>(self, bytes: &'de [u8]) -> Result<Self::Value, E> {
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_where_they_lie() {
        let numbers: Numbers = [0, 7, u32::MAX].into_iter().collect();
        let bytes: &'static [u8] = rmp_serde::to_vec(&numbers).unwrap().leak();
        let read: Numbers = rmp_serde::from_slice(bytes).unwrap();
        assert!(matches!(read.0, Cow::Borrowed(_)));
        assert_eq!((0..4).map(|at| read.get(at)).collect::<Vec<_>>(), [Some(0), Some(7), Some(u32::MAX), None]);
        assert_eq!((read.len(), read.get(usize::MAX)), (3, None));
    }

    #[test]
    fn a_text_is_read_where_it_lies() {
        let bytes: &'static [u8] = rmp_serde::to_vec(&Text::from("però".to_owned())).unwrap().leak();
        let read: Text = rmp_serde::from_slice(bytes).unwrap();
        assert!(matches!(read.0, Cow::Borrowed(_)));
        assert_eq!((read.bytes(3, 5), read.bytes(3, 6)), (Some("ò".as_bytes()), None));
    }
}
