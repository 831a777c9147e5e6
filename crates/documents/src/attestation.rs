//! The attestation of compliance (CGI art. 286, I-3° bis; fiscal.md R-02) as lines of a page: the editor's part and the
//! trader's, filled in as far as the program knows them.
//!
//! Note to developers: the official model (BOI-LETTRE-000242) was not at hand when this was written. The text follows what
//! published products say of it, part by part. Compare it with the model in force before a shop relies on it; the words are
//! data, so nothing else changes. It is French law, so the text has one language.

/// A line of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageLine {
    /// What.
    pub text: String,
    /// Printed bold.
    pub bold: bool,
}

/// What the program knows of both parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttestationPage {
    /// Name of the program.
    pub software: String,
    /// Its version.
    pub version: String,
    /// What all minor versions of this major version begin with.
    pub major_root: String,
    /// Version of the fiscal rules.
    pub fiscal_version: String,
    /// What identifies the installation.
    pub licence: String,
    /// Legal name of the shop.
    pub trader: String,
    /// Its address, one line each.
    pub address: Vec<String>,
    /// Its SIREN.
    pub siren: String,
    /// Day of this page («21/11/2026»).
    pub day: String,
}

/// What a person writes by hand.
const BLANK: &str = "______________________________";

impl AttestationPage {
    /// The page, no line longer than `columns` characters.
    #[must_use]
    pub fn lines(&self, columns: usize) -> Vec<PageLine> {
        let mut page = Page { columns, lines: Vec::new() };
        self.head(&mut page);
        self.editor(&mut page);
        self.trader(&mut page);
        page.lines
    }

    fn head(&self, page: &mut Page) {
        page.bold("ATTESTATION INDIVIDUELLE DE CONFORMITÉ D'UN LOGICIEL DE CAISSE");
        page.text("Article 286, I-3° bis du code général des impôts : conditions d'inaltérabilité, de sécurisation, de conservation et d'archivage des données en vue du contrôle de l'administration fiscale.");
        page.gap();
        page.bold("À SIGNER À LA MAIN : sans les deux signatures, cette page ne vaut pas attestation.");
        page.text("1. Le représentant légal de l'éditeur complète et signe le volet 1.");
        page.text("2. Le représentant légal de l'entreprise complète et signe le volet 2, puis garde l'original avec sa comptabilité.");
        page.text(&format!("Page préparée par le logiciel le {}.", self.day));
        page.gap();
    }

    fn editor(&self, page: &mut Page) {
        page.bold("VOLET 1 - PARTIE À REMPLIR PAR L'ÉDITEUR DU LOGICIEL");
        page.text(&format!("Je soussigné(e) {BLANK}, représentant légal de la société {BLANK}, éditrice du logiciel de caisse {}, atteste que ce logiciel, mis sur le marché à compter du {BLANK}, dans sa version n° {}, licence n° {}, satisfait aux conditions d'inaltérabilité, de sécurisation, de conservation et d'archivage des données en vue du contrôle de l'administration fiscale, prévues au 3° bis du I de l'article 286 du code général des impôts.", self.software, self.version, self.licence));
        page.gap();
        page.text(&format!("J'atteste que la dernière version majeure de ce logiciel est identifiée par la racine {} et par la version {} de ses règles fiscales, et que les versions mineures développées ou susceptibles de l'être ultérieurement à cette version majeure sont ou seront identifiées par les subdivisions suivantes de cette racine : {}.x.y. Je m'engage à ce que ces subdivisions ne soient utilisées que pour l'identification de versions mineures, à l'exclusion de toute version majeure : toute modification qui touche au respect de l'une des quatre conditions change la version majeure ou celle des règles fiscales, et donne lieu à une nouvelle attestation.", self.major_root, self.fiscal_version, self.major_root));
        page.gap();
        page.text("Établir, falsifier ou utiliser une attestation qui fait état de faits matériellement inexacts est puni de trois ans d'emprisonnement et de 45 000 euros d'amende (article 441-1 du code pénal).");
        page.signature("Signature du représentant légal de l'éditeur :");
    }

    fn trader(&self, page: &mut Page) {
        page.bold("VOLET 2 - PARTIE À REMPLIR PAR L'ENTREPRISE QUI UTILISE LE LOGICIEL");
        let address = self.address.join(", ");
        page.text(&format!("Je soussigné(e) {BLANK}, représentant légal de l'entreprise {}, SIREN {}, {address}, certifie avoir acquis le {BLANK}, auprès de {BLANK}, le logiciel de caisse mentionné au volet 1.", self.trader, self.siren));
        page.gap();
        page.text(&format!(
            "J'atteste utiliser ce logiciel pour enregistrer les règlements de mes clients depuis le {BLANK}."
        ));
        page.gap();
        page.text("Établir, falsifier ou utiliser une attestation qui fait état de faits matériellement inexacts est puni de trois ans d'emprisonnement et de 45 000 euros d'amende (article 441-1 du code pénal).");
        page.signature("Signature du représentant légal de l'entreprise :");
    }
}

struct Page {
    columns: usize,
    lines: Vec<PageLine>,
}

impl Page {
    fn text(&mut self, text: &str) {
        self.push(text, false);
    }

    fn bold(&mut self, text: &str) {
        self.push(text, true);
    }

    fn gap(&mut self) {
        self.lines.push(PageLine { text: String::new(), bold: false });
    }

    fn signature(&mut self, label: &str) {
        self.gap();
        self.text(&format!("Fait à {BLANK}, le ____ / ____ / ________"));
        self.gap();
        self.bold(label);
        (0..4).for_each(|_| self.gap());
    }

    /// Wraps at words; one that is longer than a line is cut.
    fn push(&mut self, text: &str, bold: bool) {
        let mut line = String::new();
        for word in text.split_whitespace().flat_map(|word| pieces(word, self.columns)) {
            let room = self.columns.saturating_sub(line.chars().count());
            if !line.is_empty() && word.chars().count() + 1 > room {
                self.lines.push(PageLine { text: std::mem::take(&mut line), bold });
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(&word);
        }
        self.lines.push(PageLine { text: line, bold });
    }
}

/// A word in pieces that fit on a line.
fn pieces(word: &str, columns: usize) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    letters.chunks(columns.max(1)).map(String::from_iter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_parts_are_filled_in_and_fit_the_page() {
        let page = AttestationPage {
            software: "Comptoir".to_owned(),
            version: "1.2.3".to_owned(),
            major_root: "1".to_owned(),
            fiscal_version: "F.4".to_owned(),
            licence: "0193".to_owned(),
            trader: "Boulangerie du Port SARL".to_owned(),
            address: vec!["3 quai des Brumes".to_owned(), "44000 Nantes".to_owned()],
            siren: "732829320".to_owned(),
            day: "21/11/2026".to_owned(),
        };
        let lines = page.lines(80);
        assert!(lines.iter().all(|l| l.text.chars().count() <= 80), "{lines:#?}");
        let text = lines.iter().map(|l| l.text.as_str()).collect::<Vec<_>>().join(" ");
        for wanted in [
            "VOLET 1",
            "VOLET 2",
            "1.2.3",
            "F.4",
            "1.x.y",
            "SIREN 732829320",
            "3 quai des Brumes, 44000 Nantes",
        ] {
            assert!(text.contains(wanted), "{wanted}: {text}");
        }
        assert_eq!(text.matches("Signature du représentant légal").count(), 2);
    }
}
