//! MCU: macro keys of layouts. «Préparations en cours» and «Commandes à livrer» do not exist yet, so no key runs them
//! (MCU-01 waits for TOUR-05).

use api::FaultCode;
use api::types::{
    Empty, LayoutDraft, LayoutOpened, LayoutPageDraft, LayoutRef, LayoutSummary, LayoutView, MacroCommand,
    TileDraft, TileView,
};
use domain::permission::Role;
use testkit::{TestShop, Till};

use crate::replay::assert_replays;
use crate::world::{approval, refuses};

fn key(name: &str, command: MacroCommand) -> TileDraft {
    TileDraft::Macro { name: name.to_owned(), color: "slate".to_owned(), command }
}

fn page(tiles: Vec<TileDraft>) -> LayoutPageDraft {
    LayoutPageDraft { name: "Accueil".to_owned(), color: "blue".to_owned(), tiles }
}

/// The layout of the workstation, as the editor opens it.
fn opened(till: &Till) -> LayoutDraft {
    let view: Option<LayoutView> = till.ask("layout_current", Empty {});
    let opened: LayoutOpened = till.ask("layout_open", LayoutRef { layout_id: view.unwrap().id });
    opened.draft
}

/// The macro keys that a till shows, with their page.
fn shown(till: &Till) -> Vec<(usize, String, MacroCommand)> {
    let view: Option<LayoutView> = till.ask("layout_current", Empty {});
    let pages = view.unwrap().pages.into_iter().enumerate();
    let keys = |(at, tile): (usize, TileView)| match tile {
        TileView::Macro { name, command, .. } => Some((at, name, command)),
        TileView::Article(_) | TileView::Group { .. } => None,
    };
    pages.flat_map(|(at, p)| p.tiles.into_iter().map(move |t| (at, t))).filter_map(keys).collect()
}

fn with_keys(shop: &TestShop) -> (Till, LayoutDraft) {
    let technician = shop.till(Role::Technician, "C01");
    let mut draft = opened(&technician);
    draft.pages[0].tiles.insert(0, key("Tiroir", MacroCommand::OpenDrawer));
    draft.pages[0].tiles.push(key("Rapport", MacroCommand::XReport));
    let _: LayoutSummary = technician.ask("layout_save", &draft);
    (technician, draft)
}

/// CFG-22: the technician makes macro keys, which the till shows; a plain user is refused, and so is a manager.
#[test]
fn macro_keys_are_made_in_technician_mode() {
    let shop = TestShop::france();
    let cashier = shop.till(Role::Cashier, "C01");
    let (_technician, draft) = with_keys(&shop);
    let keys = [
        (0, "Tiroir".to_owned(), MacroCommand::OpenDrawer),
        (0, "Rapport".to_owned(), MacroCommand::XReport),
    ];
    assert_eq!(shown(&cashier), keys);
    let mut more = draft;
    more.pages[0].tiles.push(key("Verrouiller", MacroCommand::Lock));
    for role in [Role::Cashier, Role::LeadCashier, Role::Manager] {
        let user = shop.till(role, "C02");
        let fault = refuses(&shop, FaultCode::PermissionDenied, || user.refused("layout_save", &more));
        let lacks = if role == Role::Cashier { "manage_layouts" } else { "manage_macro_keys" };
        assert_eq!(fault.params["permission"], lacks);
    }
    assert_eq!(shown(&cashier), keys);
    assert_replays(&shop);
}

/// CFG-22: whoever changes layouts moves macro keys along, and neither changes nor removes them; a technician who
/// approves on the spot lets it pass.
#[test]
fn a_manager_moves_macro_keys_and_nothing_else() {
    let shop = TestShop::france();
    let (_technician, draft) = with_keys(&shop);
    let manager = shop.till(Role::Manager, "C01");
    let mut moved = draft.clone();
    let tile = moved.pages[0].tiles.remove(0);
    moved.pages[1].tiles.insert(0, tile);
    let _: LayoutSummary = manager.ask("layout_save", &moved);
    assert_eq!(shown(&manager)[1].0, 1, "it is on the second page");
    let denied = |wanted: &LayoutDraft| {
        refuses(&shop, FaultCode::PermissionDenied, || manager.refused("layout_save", wanted));
    };
    let mut renamed = moved.clone();
    renamed.pages[1].tiles[0] = key("Caisse", MacroCommand::OpenDrawer);
    denied(&renamed);
    let mut other = moved.clone();
    other.pages[1].tiles[0] = key("Tiroir", MacroCommand::Lock);
    denied(&other);
    let mut removed = moved.clone();
    removed.pages[1].tiles.remove(0);
    denied(&removed);
    denied(&LayoutDraft {
        id: None,
        name: "Copie".to_owned(),
        pages: vec![page(vec![key("X", MacroCommand::Park)])],
    });
    let _: LayoutSummary =
        manager.approved_by(approval(&shop, Role::Technician)).call("layout_save", &removed).unwrap();
    assert_eq!(shown(&manager).len(), 1);
    let delete = LayoutRef { layout_id: draft.id.unwrap() };
    refuses(&shop, FaultCode::LayoutInUse, || manager.refused("layout_delete", &delete));
}

/// Every command that a key can run is kept as it was chosen; a key without a name is refused.
#[test]
fn every_command_has_its_key() {
    use MacroCommand as M;
    let all = [
        M::CashIn,
        M::CashOut,
        M::OpenDrawer,
        M::Park,
        M::Recall,
        M::PriceCheck,
        M::Missing,
        M::SearchTickets,
        M::XReport,
        M::Lock,
    ];
    let shop = TestShop::france();
    let technician = shop.till(Role::Technician, "C01");
    let mut draft = opened(&technician);
    draft.pages = vec![page(all.into_iter().map(|command| key("Touche", command)).collect())];
    let _: LayoutSummary = technician.ask("layout_save", &draft);
    assert_eq!(shown(&technician).into_iter().map(|(_, _, c)| c).collect::<Vec<_>>(), all);
    assert_eq!(opened(&technician), draft);
    draft.pages[0].tiles[0] = key(" ", M::Lock);
    refuses(&shop, FaultCode::FieldRequired, || technician.refused("layout_save", &draft));
}
