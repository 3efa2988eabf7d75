#include "deck_html/verify/tags.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/is_one_of.hpp"
#include "base/text.hpp"

namespace triptych::deck_html {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::string unescaped(std::string text) {
    for (const auto& [entity, plain] :
         {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}})
        text = text::replace_all(std::move(text), entity, plain);
    return text;
}

bool is_void(std::string_view name) {
    return is_one_of(name, {"area", "base", "br", "col", "embed", "hr", "img", "input", "link",
                            "meta", "source", "track", "wbr"});
}
/// Whose start tag ends a paragraph.
bool ends_paragraph(std::string_view name) {
    return is_one_of(
        name, {"address",  "article",    "aside",   "blockquote", "details", "dialog", "div", "dl",
               "fieldset", "figcaption", "figure",  "footer",     "form",    "h1",     "h2",  "h3",
               "h4",       "h5",         "h6",      "header",     "hr",      "main",   "nav", "ol",
               "p",        "pre",        "section", "table",      "ul"});
}
bool is_heading(std::string_view name) {
    return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

/// Holds words and what stands among them, no blocks.
bool holds_words(std::string_view name) {
    return is_heading(name) ||
           is_one_of(name, {"abbr", "b",      "bdi",  "bdo",   "button", "cite", "code",
                            "em",   "i",      "kbd",  "label", "mark",   "p",    "pre",
                            "q",    "s",      "samp", "small", "rp",     "rt",   "ruby",
                            "span", "strong", "sub",  "sup",   "time",   "u",    "var"});
}

/// Whether `name` may be a child of `parent`, as far as lists, tables and frames go.
bool stands_at_home(std::string_view name, std::string_view parent) {
    if (parent == "html") return is_one_of(name, {"head", "body"});
    if (parent == "head")
        return is_one_of(
            name, {"base", "link", "meta", "noscript", "script", "style", "template", "title"});
    if (parent == "title") return false;
    if (parent == "summary" && ends_paragraph(name) && !is_heading(name)) return false;
    if (name == "li") return is_one_of(parent, {"ul", "ol", "menu"});
    if (name == "rt" || name == "rp") return parent == "ruby";
    if (name == "dt" || name == "dd") return is_one_of(parent, {"dl", "div"});
    if (name == "tr") return is_one_of(parent, {"table", "thead", "tbody", "tfoot"});
    if (name == "td" || name == "th") return parent == "tr";
    if (is_one_of(name, {"thead", "tbody", "tfoot", "colgroup", "caption"}))
        return parent == "table";
    if (name == "col") return parent == "colgroup";
    if (name == "summary") return parent == "details";
    if (name == "figcaption") return parent == "figure";
    if (is_one_of(name, {"head", "body"})) return parent == "html";
    if (is_one_of(name, {"base", "meta", "title"})) return parent == "head";
    if (parent == "dl") return name == "div";
    if (is_heading(name) && is_one_of(parent, {"dt", "th"})) return false;
    if (holds_words(parent) && ends_paragraph(name)) return false;
    return !is_one_of(parent, {"ul", "ol", "tr", "table", "thead", "tbody", "tfoot", "colgroup"});
}

}  // namespace

bool Tags::find() {
    for (;;) {
        at_ = page_.find('<', at_);
        if (at_ == std::string_view::npos) return false;
        if (page_.substr(at_).starts_with("<!--"))
            at_ = std::min(page_.find("-->", at_), page_.size());
        else if (page_.substr(at_).starts_with("<!"))
            ++at_;
        else
            return ++at_, true;
    }
}

bool Tags::next(Tag& tag) {
    if (!find()) return false;
    tag = {};
    tag.is_end = at_ < page_.size() && page_[at_] == '/';
    if (tag.is_end) ++at_;
    tag.name = word();
    while (attribute(tag)) {
    }
    if (!tag.is_end && (tag.name == "style" || tag.name == "script")) {
        const auto end = std::min(page_.find("</" + tag.name, at_), page_.size());
        tag.raw = page_.substr(at_, end - at_);
        at_ = end;
    }
    return true;
}

std::string Tags::word() {
    const auto begin = at_;
    while (at_ < page_.size() && !is_space(page_[at_]) &&
           std::string_view("=>/").find(page_[at_]) == std::string_view::npos)
        ++at_;
    return text::lower_case(page_.substr(begin, at_ - begin));
}

bool Tags::attribute(Tag& tag) {
    while (at_ < page_.size() && (is_space(page_[at_]) || page_[at_] == '/'))
        tag.closes_itself = page_[at_++] == '/';
    if (at_ >= page_.size() || page_[at_] == '>') {
        at_ = std::min(at_ + 1, page_.size());
        return false;
    }
    tag.closes_itself = false;
    const auto before = at_;
    auto name = word();
    std::string value;
    if (page_.substr(at_).starts_with("=\"")) {
        const auto end = std::min(page_.find('"', at_ + 2), page_.size());
        value = unescaped(std::string(page_.substr(at_ + 2, end - at_ - 2)));
        at_ = std::min(end + 1, page_.size());
    }
    if (at_ == before) ++at_;
    if (!tag.attributes.emplace(name, std::move(value)).second) tag.twice = std::move(name);
    return true;
}

bool Nesting::is_in(std::string_view name) const {
    const auto found = depth_.find(name);
    return found != depth_.end() && found->second > 0;
}

void Nesting::check(const Tag& tag) {
    if (!tag.twice.empty()) said_("HTML 13.1.2.3", say("<{}> has '{}' twice", tag.name, tag.twice));
    if (tag.is_end) return close(tag.name);
    open(tag);
}

void Nesting::open(const Tag& tag) {
    // Inside drawings and formulas other names and rules hold.
    const bool foreign = is_in("svg") || is_in("math");
    if (!foreign && !open_.empty()) {
        const std::string& parent = open_.back();
        if (!stands_at_home(tag.name, parent))
            said_("HTML 4", say("<{}> stands in <{}>", tag.name, parent));
        if (ends_paragraph(tag.name) && is_in("p"))
            said_("HTML 4.4.1", say("<{}> stands in <p>", tag.name));
        if (is_heading(tag.name) && is_heading(parent))
            said_("HTML 4.3.6", say("<{}> stands in <{}>", tag.name, parent));
        for (const std::string_view active : {"a", "button"})
            if (is_one_of(tag.name, {"a", "button", "details", "input"}) && is_in(active))
                said_("HTML 3.2.5.2.7", say("<{}> stands in <{}>", tag.name, active));
    }
    if (is_void(tag.name)) return;
    if (tag.closes_itself) {
        if (!foreign && tag.name != "svg" && tag.name != "math")
            said_("HTML 13.1.2.1", say("<{}/> closes itself", tag.name));
        else
            return;
    }
    open_.push_back(tag.name);
    ++depth_[tag.name];
}

void Nesting::close(const std::string& name) {
    if (!is_in(name)) return said_("HTML 13.1.2.2", say("</{}> closes nothing", name));
    while (open_.back() != name) {
        said_("HTML 13.1.2.2", say("<{}> is not closed", open_.back()));
        --depth_[open_.back()];
        open_.pop_back();
    }
    --depth_[name];
    open_.pop_back();
}

void Nesting::finish() {
    for (const std::string& name : open_) said_("HTML 13.1.2.2", say("<{}> is not closed", name));
}

}  // namespace triptych::deck_html
