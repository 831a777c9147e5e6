//! Events of the JET («journal des événements techniques»), fiscal.md 1.5.
//!
//! Each event has our code, the code of the NF525 referential where a published source gives it, and a label.
//! The referential itself is not public: an event whose official code is unknown has a vendor code (9xx), and
//! can be given its official one here without touching a record that was signed before.

use crate::UnknownName;

macro_rules! events {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $official:expr, $label:literal;)+) => {
        /// A technical event.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum JetEvent { $($(#[$doc])* $name,)+ }

        impl JetEvent {
            /// All events, by rising code.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// Our code: what the record's `kind` and the signed field 2 hold.
            #[must_use]
            pub const fn code(self) -> u16 {
                match self { $(Self::$name => $code,)+ }
            }

            /// The code of the NF525 referential, where a source confirms it.
            #[must_use]
            pub const fn official_code(self) -> Option<u16> {
                match self { $(Self::$name => $official,)+ }
            }

            /// What the record says, in French: signed as written here.
            #[must_use]
            pub const fn label(self) -> &'static str {
                match self { $(Self::$name => $label,)+ }
            }
        }
    };
}

events! {
    /// Change of numbering.
    NumberingChanged = 10, Some(10), "Modification de la gestion de numérotation";
    /// Change of a number series.
    SeriesChanged = 15, Some(15), "Modification d'une séquence de numérotation";
    /// Intermediate archive (day, month or other).
    ArchiveCreated = 20, Some(20), "Archive fiscale intermédiaire";
    /// Archive of a fiscal year.
    YearArchiveCreated = 30, Some(30), "Archive fiscale de l'exercice";
    /// Program stopped or operator logged out.
    TerminalStopped = 40, Some(40), "Arrêt du terminal ou fermeture de session";
    /// Daily or monthly closing.
    PeriodClosed = 50, Some(50), "Clôture de période";
    /// Yearly closing.
    YearClosed = 60, Some(60), "Clôture d'exercice";
    /// Start of degraded mode.
    OfflineStarted = 70, Some(70), "Début de fonctionnement dégradé";
    /// Program started or operator logged in.
    TerminalStarted = 80, Some(80), "Démarrage du terminal ou ouverture de session";
    /// A record or a signature does not verify.
    IntegrityDefect = 90, Some(90), "Défaut d'intégrité constaté";
    /// Data exported.
    DataExported = 110, Some(110), "Export de données";
    /// End of degraded mode. The source is uncertain of the official code.
    OfflineEnded = 120, None, "Fin de fonctionnement dégradé";
    /// Rights of a user changed or overridden.
    RightsChanged = 130, Some(130), "Modification ou dérogation de droits";
    /// Data imported.
    DataImported = 140, Some(140), "Import de données";
    /// Drawer counted.
    DrawerCounted = 170, Some(170), "Comptage du tiroir-caisse";
    /// Cancellation, return or credit note, one event per line.
    SaleReversed = 190, Some(190), "Annulation, retour ou avoir";
    /// Data purged.
    DataPurged = 200, Some(200), "Purge de données";
    /// Maintenance.
    Maintenance = 240, Some(240), "Intervention de maintenance";
    /// New version of the program.
    VersionChanged = 250, Some(250), "Nouvelle version du logiciel";
    /// Initialisation: the first record of a workstation.
    JournalInitialised = 260, Some(260), "Initialisation du journal des événements techniques";
    /// Parameter that bears on compliance changed (country, SIRET, VAT rates).
    FiscalParameterChanged = 270, Some(270), "Modification d'un paramètre de conformité";
    /// Operation for a tax audit.
    TaxAudit = 280, Some(280), "Opération de contrôle fiscal";
    /// Exchange with the accountant.
    AccountantExchange = 290, Some(290), "Échange avec l'expert-comptable";
    /// Parameter of the till changed.
    ParameterChanged = 300, Some(300), "Modification d'un paramètre de caisse";
    /// Basket abandoned before validation.
    SaleAbandoned = 320, Some(320), "Abandon d'une vente avant validation";
    /// Closing procedure started.
    ClosingStarted = 330, Some(330), "Début de procédure de clôture";
    /// New pair of keys. Seen in one implementation only, so not confirmed as official.
    KeyPairCreated = 450, None, "Nouvelle paire de clés de signature";
    /// X report.
    XReport = 901, None, "Édition d'un rapport X";
    /// Accounting export.
    AccountingExported = 902, None, "Export comptable";
    /// Drawer opened without a sale.
    DrawerOpened = 903, None, "Ouverture du tiroir-caisse sans vente";
    /// Amounts in a ticket that are not turnover (fiscal.md 1.4).
    NonTurnoverAmount = 910, None, "Montant hors chiffre d'affaires dans un ticket";
    /// Training mode entered.
    TrainingStarted = 920, None, "Début du mode école";
    /// Training mode left.
    TrainingEnded = 921, None, "Fin du mode école";
    /// Clock jumped or fell behind the last signed time.
    ClockAnomaly = 930, None, "Anomalie d'horloge";
    /// A manager accepted the clock.
    ClockOverridden = 931, None, "Dérogation d'horloge";
    /// Restored from a backup.
    BackupRestored = 940, None, "Restauration d'une sauvegarde";
    /// A gap in the chains was declared.
    GapDeclared = 941, None, "Rupture de chaîne déclarée";
    /// The last run did not end properly.
    UncleanShutdown = 950, None, "Arrêt anormal constaté";
    /// First record under a new key (fiscal.md 7.4).
    KeyRotated = 960, None, "Changement de clé de signature";
    /// Two different records for one place: a cloned workstation.
    SyncConflict = 970, None, "Conflit de synchronisation";
}

impl TryFrom<u16> for JetEvent {
    type Error = UnknownName;
    fn try_from(code: u16) -> Result<Self, UnknownName> {
        Self::ALL.iter().copied().find(|e| e.code() == code).ok_or_else(|| UnknownName(code.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_rise_are_unique_and_lead_back_to_their_event() {
        assert!(JetEvent::ALL.windows(2).all(|w| w[0].code() < w[1].code()));
        assert!(JetEvent::ALL.iter().all(|e| JetEvent::try_from(e.code()) == Ok(*e)));
        assert!(JetEvent::try_from(999).is_err());
    }

    #[test]
    fn vendor_codes_are_the_ones_without_an_official_code() {
        for event in JetEvent::ALL.iter().filter(|e| e.code() >= 900) {
            assert_eq!(event.official_code(), None, "{event:?}");
        }
        assert!(JetEvent::ALL.iter().all(|e| e.official_code().is_none_or(|c| c == e.code())));
    }
}
