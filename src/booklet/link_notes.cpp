#include "booklet/link_notes.hpp"

#include <map>
#include <utility>

#include "base/address.hpp"
#include "base/text.hpp"
#include "booklet/printed_address.hpp"
#include "doc/traits.hpp"
#include "doc/walk.hpp"

namespace triptych::booklet {
namespace {

doc::Inline text(std::string words) { return {doc::Text{std::move(words)}, {}}; }

/// Walks a page in reading order and collects its notes anew.
class Notes {
public:
    Notes(std::vector<doc::Note> written, LinkNotes links)
        : written_(std::move(written)), links_(links) {}

    void number(doc::Page& page) {
        if (page.shows_title) number(page.title, LinkNotes::none);
        number(page.body, links_);
    }

    std::vector<doc::Note> take() { return std::move(notes_); }

private:
    void number(doc::Blocks& blocks, LinkNotes links) {
        for (doc::Block& block : blocks) {
            const LinkNotes own = doc::traits_of(block).is_heading ? LinkNotes::none : links;
            doc::for_each_child(
                block, [&](doc::Inlines& body) { number(body, own); },
                [&](doc::Blocks& inner) { number(inner, links); });
        }
    }

    /// An address that a paragraph gives more than once has one note.
    void number(doc::Inlines& body, LinkNotes links) {
        doc::Inlines result;
        result.reserve(body.size());
        std::map<std::string, std::uint32_t> noted;
        for (doc::Inline& node : body) {
            doc::for_each_child(node, [&](doc::Inlines& inner) { number(inner, LinkNotes::none); });
            renumber(node);
            const doc::Url* url = links == LinkNotes::addresses ? hidden_address(node) : nullptr;
            const Span span = node.span;
            std::optional<std::uint32_t> note;
            if (url != nullptr) {
                const auto [known, is_new] = noted.try_emplace(url->address, 0);
                if (is_new) known->second = append(address_note(*url, span));
                note = known->second;
            }
            result.push_back(std::move(node));
            if (note) result.push_back({doc::NoteReference{*note}, span});
        }
        body = std::move(result);
    }

    void renumber(doc::Inline& node) {
        auto* reference = std::get_if<doc::NoteReference>(&node.node);
        if (reference == nullptr || reference->note >= written_.size()) return;
        const auto known = renumbered_.find(reference->note);
        if (known != renumbered_.end()) {
            reference->note = known->second;
            return;
        }
        const std::uint32_t written = reference->note;
        reference->note = append(std::move(written_[written]));
        renumbered_.emplace(written, reference->note);
        if (!std::exchange(in_note_, true)) {
            number_notes_from(reference->note);
            in_note_ = false;
        }
    }

    /// Notes that a note refers to come behind it, and so do theirs.
    void number_notes_from(std::size_t first) {
        for (std::size_t i = first; i < notes_.size(); ++i) {
            doc::Blocks body = std::move(notes_[i].body);
            number(body, LinkNotes::none);
            notes_[i].body = std::move(body);
        }
    }

    std::uint32_t append(doc::Note note) {
        notes_.push_back(std::move(note));
        return static_cast<std::uint32_t>(notes_.size() - 1);
    }

    static doc::Note address_note(const doc::Url& url, Span span) {
        doc::Inlines shown = {text(printed_address(url.address))};
        doc::Paragraph paragraph;
        paragraph.body.push_back({doc::Link{url, std::move(shown)}, span});
        doc::Note note;
        note.span = span;
        note.body.push_back({std::move(paragraph), span});
        return note;
    }

    std::vector<doc::Note> written_, notes_;
    std::map<std::uint32_t, std::uint32_t> renumbered_;
    LinkNotes links_;
    bool in_note_ = false;
};

void spell_out(doc::Inlines& body) {
    doc::Inlines result;
    for (doc::Inline& node : body) {
        doc::for_each_child(node, [](doc::Inlines& inner) { spell_out(inner); });
        const doc::Url* url = hidden_address(node);
        std::string address;
        if (url != nullptr) address = printed_address(url->address);
        result.push_back(std::move(node));
        if (url != nullptr) result.push_back(text(" (" + address + ")"));
    }
    body = std::move(result);
}

void spell_out(doc::Blocks& blocks) {
    for (doc::Block& block : blocks) {
        doc::for_each_child(
            block, [](doc::Inlines& body) { spell_out(body); },
            [](doc::Blocks& inner) { spell_out(inner); });
    }
}

void shift_in(doc::Inlines& body, std::uint32_t by) {
    for (doc::Inline& node : body) {
        if (auto* reference = std::get_if<doc::NoteReference>(&node.node)) reference->note += by;
        doc::for_each_child(node, [&](doc::Inlines& inner) { shift_in(inner, by); });
    }
}

void shift_in(doc::Blocks& blocks, std::uint32_t by) {
    for (doc::Block& block : blocks) {
        doc::for_each_child(
            block, [&](doc::Inlines& body) { shift_in(body, by); },
            [&](doc::Blocks& inner) { shift_in(inner, by); });
    }
}

}  // namespace

const doc::Url* hidden_address(const doc::Inline& node) {
    const auto* link = std::get_if<doc::Link>(&node.node);
    const auto* url = link != nullptr ? std::get_if<doc::Url>(&link->target) : nullptr;
    if (url == nullptr) return nullptr;
    return says_address(doc::plain_text(link->body), url->address) ? nullptr : url;
}

doc::Page with_printed_notes(doc::Page page, LinkNotes links) {
    if (links == LinkNotes::addresses) {
        for (doc::Note& note : page.notes) spell_out(note.body);
    }
    Notes notes(std::move(page.notes), links);
    notes.number(page);
    page.notes = notes.take();
    return page;
}

void shift_references(doc::Page& page, std::uint32_t by) {
    shift_in(page.title, by);
    shift_in(page.body, by);
    for (doc::Note& note : page.notes) shift_in(note.body, by);
}

}  // namespace triptych::booklet
