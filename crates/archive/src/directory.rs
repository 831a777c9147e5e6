//! The container, read strictly: the one form of ZIP that the writer makes, and nothing else.
//!
//! A general reader forgives: it takes the last of two files of one name, skips what lies between files, and believes the
//! directory where the headers differ. Whoever opens an archive with another program would then see something else than
//! what was verified. So every byte of the container is accounted for here, and what is not as it must be is a defect.

use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom};

use crate::error::{ArchiveError, Damage};
use crate::format::{MAX_ARCHIVE_BYTES, MAX_FILES, MAX_NAME, MAX_RATIO, RATIO_GRACE};

const END_LENGTH: u64 = 22;
const CENTRAL_LENGTH: usize = 46;
const LOCAL_LENGTH: usize = 30;
/// 1980-01-01, the first day that a ZIP can name.
const FIXED_DATE: u16 = 0x0021;
const DEFLATED: u16 = 8;

/// A file of the archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Name with its folder.
    pub name: String,
    /// Where its packed bytes start.
    pub start: u64,
    /// How many they are.
    pub packed: u64,
    /// Bytes unpacked.
    pub size: u64,
    /// CRC-32 of the content.
    pub crc: u32,
}

/// Reads the directory of an archive.
pub fn read(file: &mut File) -> Result<Vec<Entry>, ArchiveError> {
    let length = file.seek(SeekFrom::End(0))?;
    if length > MAX_ARCHIVE_BYTES {
        return Err(ArchiveError::TooLarge);
    }
    let (count, start, size) = end(file, length)?;
    let bytes = at(file, start, size)?;
    let mut rest = Fields(&bytes);
    let mut entries: Vec<Entry> = Vec::with_capacity(count);
    let mut next = 0;
    for _ in 0..count {
        let (entry, central) = central(&mut rest, next)?;
        let header = at(file, next, (LOCAL_LENGTH + entry.name.len()) as u64)?;
        local(&header, &central, &entry.name)?;
        if entries.iter().any(|other| other.name == entry.name) {
            return Err(Damage::Name.into());
        }
        next = entry.start + entry.packed;
        entries.push(entry);
    }
    if next != start || !rest.0.is_empty() {
        return Err(Damage::Layout.into());
    }
    if entries.iter().map(|e| e.size).sum::<u64>() > length * MAX_RATIO + RATIO_GRACE {
        return Err(Damage::Ratio.into());
    }
    Ok(entries)
}

/// The end record: number of files, start and size of the directory.
fn end(file: &mut File, length: u64) -> Result<(usize, u64, u64), ArchiveError> {
    let start = length.checked_sub(END_LENGTH).ok_or(Damage::End)?;
    let bytes = at(file, start, END_LENGTH)?;
    let mut end = Fields(&bytes);
    let (signature, disks) = (end.u32()?, end.u32()?);
    let (here, total) = (end.u16()?, end.u16()?);
    let (size, offset) = (u64::from(end.u32()?), u64::from(end.u32()?));
    let comment = end.u16()?;
    let sound = signature == 0x0605_4b50
        && disks == 0
        && here == total
        && usize::from(total) <= MAX_FILES
        && comment == 0
        && offset + size == start;
    if sound { Ok((usize::from(total), offset, size)) } else { Err(Damage::End.into()) }
}

/// What the directory and the header before a file both say.
#[derive(Debug, PartialEq, Eq)]
struct Common {
    version: u16,
    crc: u32,
    packed: u32,
    size: u32,
    name: u16,
}

/// Version, flags, method, time, date, CRC, sizes and lengths, as both kinds of header have them.
fn common(fields: &mut Fields<'_>) -> Result<Common, ArchiveError> {
    let version = fields.u16()?;
    let fixed = [fields.u16()?, fields.u16()?, fields.u16()?, fields.u16()?];
    let (crc, packed, size) = (fields.u32()?, fields.u32()?, fields.u32()?);
    let (name, extra) = (fields.u16()?, fields.u16()?);
    if fixed != [0, DEFLATED, 0, FIXED_DATE] || extra != 0 {
        return Err(Damage::Header.into());
    }
    Ok(Common { version, crc, packed, size, name })
}

fn central(fields: &mut Fields<'_>, next: u64) -> Result<(Entry, Common), ArchiveError> {
    if fields.u32()? != 0x0201_4b50 {
        return Err(Damage::Directory.into());
    }
    let _made_by = fields.u16()?;
    let common = common(fields)?;
    let (comment, disk, internal) = (fields.u16()?, fields.u16()?, fields.u16()?);
    let _attributes = fields.u32()?;
    let offset = u64::from(fields.u32()?);
    if [comment, disk, internal] != [0; 3] {
        return Err(Damage::Directory.into());
    }
    if offset != next {
        return Err(Damage::Layout.into());
    }
    let name = fields.take(usize::from(common.name))?;
    let entry = Entry {
        name: plain(name).ok_or(Damage::Name)?,
        start: offset + (LOCAL_LENGTH + name.len()) as u64,
        packed: u64::from(common.packed),
        size: u64::from(common.size),
        crc: common.crc,
    };
    Ok((entry, common))
}

fn local(header: &[u8], central: &Common, name: &str) -> Result<(), ArchiveError> {
    let mut fields = Fields(header);
    let sound =
        fields.u32()? == 0x0403_4b50 && common(&mut fields)? == *central && fields.0 == name.as_bytes();
    if sound { Ok(()) } else { Err(Damage::Header.into()) }
}

/// A name of letters, figures and `-_./`, that leads to no other folder.
fn plain(name: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(name).ok()?;
    let allowed = |b: u8| b.is_ascii_alphanumeric() || b"-_./".contains(&b);
    let sound = !text.is_empty()
        && text.len() <= MAX_NAME
        && text.bytes().all(allowed)
        && text.split('/').all(|part| !part.is_empty() && part != "." && part != "..");
    sound.then(|| text.to_owned())
}

fn at(file: &mut File, start: u64, length: u64) -> Result<Vec<u8>, ArchiveError> {
    let most = MAX_FILES * (CENTRAL_LENGTH + MAX_NAME);
    let length = usize::try_from(length).ok().filter(|n| *n <= most).ok_or(Damage::Directory)?;
    let mut bytes = vec![0; length];
    file.seek(SeekFrom::Start(start))?;
    file.read_exact(&mut bytes).map_err(|_| Damage::Layout)?;
    Ok(bytes)
}

/// Little-endian fields, one after the other.
struct Fields<'a>(&'a [u8]);

impl<'a> Fields<'a> {
    fn take(&mut self, length: usize) -> Result<&'a [u8], ArchiveError> {
        let (taken, rest) = self.0.split_at_checked(length).ok_or(Damage::Directory)?;
        self.0 = rest;
        Ok(taken)
    }
    fn u16(&mut self) -> Result<u16, ArchiveError> {
        Ok(self.take(2)?.iter().rev().fold(0, |n, b| (n << 8) | u16::from(*b)))
    }
    fn u32(&mut self) -> Result<u32, ArchiveError> {
        Ok(self.take(4)?.iter().rev().fold(0, |n, b| (n << 8) | u32::from(*b)))
    }
}
