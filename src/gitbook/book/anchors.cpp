#include "gitbook/book/anchors.hpp"

#include <algorithm>
#include <cctype>
#include <set>
#include <variant>

#include "base/ascii.hpp"
#include "base/text.hpp"
#include "doc/walk.hpp"
#include "gitbook/syntax/slugs.hpp"

namespace triptych::gitbook {

void Anchors::add(Rank rank, std::string name, std::string element) {
    if (!name.empty()) entries_.push_back({rank, std::move(name), std::move(element)});
}

void Anchors::enter(std::string name, std::uint32_t entry) {
    if (!name.empty()) by_name_.try_emplace(std::move(name), entry);
}

void Anchors::finish() {
    std::stable_sort(entries_.begin(), entries_.end(),
                     [](const Entry& a, const Entry& b) { return a.rank < b.rank; });
    const auto count = static_cast<std::uint32_t>(entries_.size());
    for (std::uint32_t i = 0; i < count; ++i) enter(entries_[i].name, i);
    for (std::uint32_t i = 0; i < count; ++i) enter(text::lower_case(entries_[i].name), i);
    for (std::uint32_t i = 0; i < count; ++i) enter(lax_slug(entries_[i].name), i);
}

const std::string* Anchors::find(std::string_view fragment) const {
    const std::string composed = text::nfc(fragment);
    for (const auto& name : {composed, text::lower_case(composed), lax_slug(composed)}) {
        const auto found = by_name_.find(name);
        if (found != by_name_.end()) return &entries_[found->second].element;
    }
    return nullptr;
}

namespace {

/// Takes the bold off a title that is bold as a whole.
void drop_bold(doc::Inlines& title) {
    while (title.size() == 1) {
        auto* strong = std::get_if<doc::Strong>(&title.front().node);
        if (strong == nullptr) return;
        title = doc::Inlines(std::move(strong->body));
    }
}

class Identifier {
public:
    Identifier(doc::Page& page, Anchors& anchors, Diagnostics& diagnostics)
        : page_(page), anchors_(anchors), diagnostics_(diagnostics) {}

    void title(const std::vector<std::string>& explicit_ids) {
        const std::string plain = doc::plain_text(page_.title);
        for (const auto& id : explicit_ids) {
            given_.insert(id);
            anchors_.add(Anchors::Rank::explicit_id, id, "");
        }
        github_names_.claim(github_slug(plain));
        anchors_.add(Anchors::Rank::github, gitbook_slug(plain), "");
        anchors_.add(Anchors::Rank::github, github_slug(plain), "");
    }

    void blocks(doc::Blocks& list) {
        for (doc::Block& block : list) this->block(block);
    }

    void notes() {
        for (std::size_t i = 0; i < page_.notes.size(); ++i) {
            page_.notes[i].id = element("note-" + std::to_string(i + 1));
            blocks(page_.notes[i].body);
        }
    }

private:
    void block(doc::Block& block) {
        place_ = block.span;
        if (auto* heading = std::get_if<doc::Heading>(&block.node)) this->heading(*heading);
        if (auto* tabs = std::get_if<doc::Tabs>(&block.node))
            for (auto& tab : tabs->tabs) tab.id = titled(tab.id, doc::plain_text(tab.title));
        if (auto* steps = std::get_if<doc::Steps>(&block.node))
            for (auto& step : steps->steps) step.id = titled(step.id, doc::plain_text(step.title));
        if (auto* details = std::get_if<doc::Details>(&block.node))
            details->id = titled(details->id, doc::plain_text(details->summary));
        if (auto* updates = std::get_if<doc::Updates>(&block.node))
            for (auto& update : updates->updates) update.id = titled(update.id, update.date);
        doc::for_each_child(
            block, [this](doc::Inlines& children) { inlines(children); },
            [this](doc::Blocks& children) { blocks(children); });
    }

    void heading(doc::Heading& heading) {
        drop_bold(heading.body);
        heading.id = titled(heading.id, doc::plain_text(heading.body));
        heading.number = split_number(heading.body);
    }

    void inlines(doc::Inlines& list) {
        for (doc::Inline& node : list) {
            if (auto* anchor = std::get_if<doc::Anchor>(&node.node)) {
                give(anchor->id, node.span);
                std::string id = element(id_slug(anchor->id));
                anchors_.add(Anchors::Rank::explicit_id, std::move(anchor->id), id);
                anchor->id = std::move(id);
            }
            doc::for_each_child(node, [this](doc::Inlines& children) { inlines(children); });
        }
    }

    /// The book-wide id of an element with a title; its names become anchors.
    std::string titled(const std::string& explicit_id, const std::string& title) {
        give(explicit_id, place_);
        const std::string slug = gitbook_slug(title);
        const std::string id =
            element(id_slug(explicit_id.empty() ? title : std::string_view(explicit_id)));
        anchors_.set_title(id, title);
        anchors_.add(Anchors::Rank::explicit_id, explicit_id, id);
        if (!slug.empty()) anchors_.add(Anchors::Rank::gitbook, gitbook_names_.claim(slug), id);
        const std::string alias = github_slug(title);
        if (!alias.empty()) anchors_.add(Anchors::Rank::github, github_names_.claim(alias), id);
        return id;
    }

    /// Reports an explicit id that an element before has.
    void give(const std::string& id, Span span) {
        if (id.empty() || given_.insert(id).second) return;
        diagnostics_.report(
            Kind::broken_anchor, span,
            say("id '{}' was given before on this page; links lead to the first", id),
            say("give each place an id of its own"));
    }

    std::string element(const std::string& name) { return page_.id + "--" + ids_.claim(name); }

    doc::Page& page_;
    Anchors& anchors_;
    Diagnostics& diagnostics_;
    UniqueNames ids_, gitbook_names_, github_names_;
    std::set<std::string> given_;  ///< explicit ids
    Span place_;                   ///< of the block we are in
};

/// Length of "1.", "12)", "1.2", "1.2." at the front of `title`; 0 for anything else.
std::size_t decimal_number(std::string_view title) {
    std::size_t at = 0;
    bool dotted = false;
    while (at < title.size() && ascii::is_digit(title[at])) {
        const std::size_t begin = at;
        while (at < title.size() && ascii::is_digit(title[at])) ++at;
        if (at - begin > 3) return 0;
        if (at == title.size() || (title[at] != '.' && title[at] != ')')) return dotted ? at : 0;
        dotted = title[at] == '.';
        ++at;
        if (!dotted) return at;
    }
    return dotted ? at : 0;
}

/// Length of "A." or "B)"; "M." is a gentleman, not a number.
std::size_t letter_number(std::string_view title) {
    const bool numbered = title.size() > 1 && title[0] >= 'A' && title[0] <= 'Z' &&
                          title[0] != 'M' && (title[1] == '.' || title[1] == ')');
    return numbered ? 2 : 0;
}

std::size_t spaces_before(std::string_view text) {
    std::size_t begin = 0;
    while (begin < text.size() && text[begin] == ' ') ++begin;
    return text.substr(begin).starts_with("\u00A0") ? begin + 2 : begin;
}

/// The words that `heading` begins with, whether they are bold or not; null when it begins with
/// something else.
doc::Text* first_text(doc::Inlines& heading) {
    if (heading.empty()) return nullptr;
    if (auto* strong = std::get_if<doc::Strong>(&heading.front().node))
        return first_text(strong->body);
    return std::get_if<doc::Text>(&heading.front().node);
}

/// Takes away what is empty in front, and the spaces behind it.
void drop_empty_front(doc::Inlines& heading) {
    while (first_text(heading) != nullptr && doc::plain_text({heading.front()}).empty())
        heading.erase(heading.begin());
    if (auto* text = first_text(heading)) text->text.erase(0, spaces_before(text->text));
}

}  // namespace

std::string split_number(doc::Inlines& heading) {
    doc::Text* first = first_text(heading);
    if (first == nullptr) return {};
    const std::string_view title = first->text;
    std::size_t length = decimal_number(title);
    if (length == 0) length = letter_number(title);
    if (length == 0) return {};
    const std::string whole = doc::plain_text(heading);
    const std::string_view behind = std::string_view(whole).substr(length);
    if (spaces_before(behind) == 0 || text::trim(behind).empty()) return {};
    std::string number(title.substr(0, length));
    first->text.erase(0, length);
    drop_empty_front(heading);
    return number;
}

Anchors identify_elements(doc::Page& page, const std::vector<std::string>& title_ids,
                          Diagnostics& diagnostics) {
    Anchors anchors;
    Identifier identifier(page, anchors, diagnostics);
    identifier.title(title_ids);
    identifier.blocks(page.body);
    identifier.notes();
    anchors.finish();
    return anchors;
}

}  // namespace triptych::gitbook
