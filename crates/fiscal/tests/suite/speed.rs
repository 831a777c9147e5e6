//! What a signature costs. `cargo test -p fiscal --release -- --ignored speed --nocapture`

use std::hint::black_box;
use std::num::NonZeroUsize;
use std::time::Instant;

use crate::common::DeterministicSigner;
use crate::common::samples::bread_and_book;
use crate::common::till::{Till, verify};
use fiscal::signing::{encode_signature, spki_from_point, verify_signature};
use fiscal::verify::Verifier;
use fiscal::{Draft, Operation, Payload, Signer as _, seal};
use p256::ecdsa::VerifyingKey;
use p256::ecdsa::signature::Verifier as _;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _};

const ROUNDS: u32 = 2_000;

fn microseconds<T>(what: &str, mut operation: impl FnMut() -> T) {
    let start = Instant::now();
    for _ in 0..ROUNDS {
        black_box(operation());
    }
    println!("{what:<44} {:>6} µs/op", (start.elapsed() / ROUNDS).as_micros());
}

#[test]
#[ignore = "measures; run in release"]
fn speed_of_signing_and_verifying() {
    let signer = DeterministicSigner::golden();
    let data = [b'x'; 300];
    let random = SystemRandom::new();
    let pkcs8 = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random).unwrap();
    let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, pkcs8.as_ref(), &random).unwrap();
    let spki = spki_from_point(pair.public_key().as_ref()).unwrap();
    let drawn: [u8; 64] = pair.sign(&random, &data).unwrap().as_ref().try_into().unwrap();
    let text = encode_signature(&drawn);
    verify_signature(&spki, &data, &text).unwrap();

    let key = VerifyingKey::from(signer.key());
    let derived = p256::ecdsa::Signature::from_slice(&signer.sign(&data).unwrap()).unwrap();
    microseconds("sign, p256 (RFC 6979)", || signer.sign(&data).unwrap());
    microseconds("sign, ring (random nonce)", || pair.sign(&random, &data).unwrap());
    microseconds("verify, p256", || key.verify(&data, &derived).unwrap());
    microseconds("verify, ring", || verify_signature(&spki, &data, &text).unwrap());
}

#[test]
#[ignore = "measures; run in release"]
fn speed_of_sealing_and_of_a_whole_verification() {
    let mut till = Till::open();
    let items: Vec<_> = (0..5).flat_map(|_| bread_and_book()).collect();
    for _ in 0..1_000 {
        till.ticket(Operation::Vente, &items);
    }
    let payload: Payload = serde_json::from_str(&till.records[2].payload).unwrap();
    println!("ticket of {} lines: {} bytes of payload", items.len(), till.records[2].payload.len());
    let draft = Draft::of(&payload).unwrap();
    microseconds("draft of a ticket (canonical form, hash)", || Draft::of(&payload).unwrap());
    microseconds("seal a ticket with p256", || seal(&draft, &till.heads, &till.signer).unwrap());
    let start = Instant::now();
    let report = verify(&till.records, &till);
    assert_eq!(report.findings, []);
    let each = start.elapsed() / u32::try_from(report.records).unwrap();
    println!("verify {} records, each {:>25} µs", report.records, each.as_micros());
}

/// The aim is half of the raw rate on each core: what is not ECDSA may cost as much as ECDSA.
#[test]
#[ignore = "measures; run in release"]
fn speed_of_a_verification_beside_the_raw_rate() {
    let mut till = Till::open();
    for _ in 0..2_000 {
        till.ticket(Operation::Vente, &bread_and_book());
    }
    let (key, sig) = (till.signer.spki().to_vec(), till.records[2].sig.clone());
    let payload: Payload = serde_json::from_str(&till.records[2].payload).unwrap();
    let data = Draft::of(&payload).unwrap().fields.data(&till.records[2].payload_sha256, "");
    let count = u32::try_from(till.records.len()).unwrap();
    let rate = |start: Instant| f64::from(count) / start.elapsed().as_secs_f64();
    let start = Instant::now();
    (0..count).for_each(|_| verify_signature(black_box(&key), data.as_bytes(), &sig).unwrap());
    let raw = rate(start);
    for threads in [1, 2] {
        let mut verifier = Verifier::new(till.signer.trusted());
        let start = Instant::now();
        let mut pages = till.records.chunks(64).map(<[_]>::to_vec);
        verifier.push_pages(|| pages.next(), NonZeroUsize::new(threads).unwrap());
        let verified = rate(start);
        assert_eq!(verifier.finish(Some(&till.heads)).findings, []);
        println!(
            "{threads} threads: {verified:.0} records/s, {:.2} of {raw:.0} signatures/s",
            verified / raw
        );
    }
}
