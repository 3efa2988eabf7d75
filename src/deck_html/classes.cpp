#include "deck_html/classes.hpp"

namespace triptych::deck_html {

std::string_view class_of(deck::SlideKind kind) {
    switch (kind) {
        case deck::SlideKind::title:
        case deck::SlideKind::closing:
            return "cover opening";
        case deck::SlideKind::part:
            return "cover part";
        case deck::SlideKind::divider:
            return "cover divider";
        case deck::SlideKind::full_picture:
            return "full";
        case deck::SlideKind::content:
        case deck::SlideKind::picture:
            break;
    }
    return "content";
}

std::string_view class_of(deck::ShapeKind kind) {
    switch (kind) {
        case deck::ShapeKind::text:
            return "text";
        case deck::ShapeKind::aside:
            return "aside";
        case deck::ShapeKind::cells:
            return "parts";
        case deck::ShapeKind::box:
            return "boxed";
        case deck::ShapeKind::code:
            return "listing";
        case deck::ShapeKind::table:
            return "table";
        case deck::ShapeKind::figure:
            return "figure";
        case deck::ShapeKind::grid:
            return "grid";
    }
    return {};
}

std::string_view class_of(deck::CellKind kind) {
    switch (kind) {
        case deck::CellKind::ruled:
            return "ruled";
        case deck::CellKind::card:
            return "carded";
        case deck::CellKind::panel:
            return "panels";
        case deck::CellKind::step:
            return "steps-across";
        case deck::CellKind::task:
            return "to-tick";
        case deck::CellKind::column:
            return "pair";
    }
    return {};
}

std::string_view class_of(deck::Stance stance) {
    if (stance == deck::Stance::wrong) return "wrong";
    return stance == deck::Stance::right ? "right-one" : "";
}

}  // namespace triptych::deck_html
