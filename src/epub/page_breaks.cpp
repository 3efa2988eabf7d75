#include "epub/page_breaks.hpp"

#include <algorithm>
#include <functional>
#include <string_view>
#include <utility>

#include "base/text.hpp"
#include "base/xml.hpp"

namespace triptych::epub {

Place place_of(Span span) { return {span.file, span.begin, span.end}; }

std::vector<PageStarts> page_starts(const doc::Book& book, const std::vector<PageBreak>& breaks) {
    std::vector<PageStarts> starts(book.pages.size());
    std::map<FileId, std::size_t> pages;
    std::map<std::string, std::size_t, std::less<>> generated;
    for (std::size_t i = 0; i < book.pages.size(); ++i) {
        if (book.pages[i].span.file != FileId::none)
            pages.emplace(book.pages[i].span.file, i);
        else
            generated.emplace(book.pages[i].id, i);
    }
    std::size_t page = 0;
    std::vector<PageStart> waiting;
    for (const auto& page_break : breaks) {
        const auto own = generated.find(page_break.page);
        if (!page_break.page.empty() && own != generated.end()) {
            starts[own->second][place_of({})].push_back({page_break.label, 0});
            continue;
        }
        waiting.push_back({page_break.label, page_break.offset});
        if (page_break.source.file == FileId::none || starts.empty()) continue;
        if (const auto written = pages.find(page_break.source.file); written != pages.end())
            page = written->second;
        auto& here = starts[page][place_of(page_break.source)];
        for (auto& start : std::exchange(waiting, {})) {
            start.offset = page_break.offset;
            here.push_back(std::move(start));
        }
    }
    return starts;
}

namespace {

/// Where formulas are nothing can be put in; they count as their alternative text, which is none.
bool is_formula(pugi::xml_node node) { return std::string_view(node.name()) == "math"; }

/// A place in the text of an element.
struct TextPlace {
    pugi::xml_node text;
    std::size_t at = 0;  ///< bytes
};

bool breaks_words(char c) { return c == ' ' || c == '\n' || c == '\t'; }

/// Walks the text of what was written, in document order.
class TextWalk {
public:
    explicit TextWalk(pugi::xml_node first) {
        for (auto node = first; node; node = node.next_sibling()) collect(node);
        enter(0);
    }

    /// Behind `offset` characters, moved back to where the word or line begins that it is in. It
    /// goes on from where it was: offsets must not fall.
    TextPlace find(std::size_t offset) {
        while (next_ + 1 < texts_.size() && seen_ + size_ <= offset) {
            seen_ += size_;
            enter(next_ + 1);
        }
        if (next_ >= texts_.size()) return {};
        while (at_ < value_.size() && count_ < offset) {
            if (breaks_words(value_[at_])) word_ = at_ + 1;
            const auto begin = at_;
            text::next_code_point(value_, at_);
            count_ += text::count_visible(value_.substr(begin, at_ - begin));
        }
        if (at_ < value_.size() && breaks_words(value_[at_])) return {texts_[next_], at_ + 1};
        return {texts_[next_], word_};
    }

private:
    void enter(std::size_t next) {
        next_ = next;
        if (next_ >= texts_.size()) return;
        value_ = texts_[next_].value();
        size_ = text::count_visible(value_);
        at_ = word_ = 0;
        count_ = seen_;
    }
    void collect(pugi::xml_node node) {
        if (node.type() == pugi::node_pcdata) texts_.push_back(node);
        if (is_formula(node)) return;
        for (const auto child : node.children()) collect(child);
    }

    std::vector<pugi::xml_node> texts_;
    std::size_t next_ = 0, seen_ = 0;  ///< text it is in, characters in front of that
    std::string_view value_;
    std::size_t size_ = 0, at_ = 0, word_ = 0, count_ = 0;
};

void make_mark(pugi::xml_node mark, const std::string& label) {
    xml::set_attribute(mark, "epub:type", "pagebreak");
    xml::set_attribute(mark, "role", "doc-pagebreak");
    xml::set_attribute(mark, "id", page_break_id(label));
    xml::set_attribute(mark, "aria-label", label);
}

using Marks = std::vector<std::pair<TextPlace, const PageStart*>>;

/// Puts marks into the text of the first of `marks`, at rising places; the first one behind them.
Marks::const_iterator split(Marks::const_iterator mark, Marks::const_iterator end) {
    auto text = mark->first.text;
    auto parent = text.parent();
    const std::string value = text.value();
    text.set_value(value.substr(0, mark->first.at).c_str());
    for (auto last = text; mark != end && mark->first.text == text;) {
        const auto begin = mark->first.at;
        last = parent.insert_child_after("span", last);
        make_mark(last, mark->second->label);
        ++mark;
        const bool goes_on = mark != end && mark->first.text == text;
        last = parent.insert_child_after(pugi::node_pcdata, last);
        last.set_value(
            value.substr(begin, goes_on ? mark->first.at - begin : std::string::npos).c_str());
    }
    return mark;
}

/// Pages turn in their order, whatever place the layout gives for one: what is set side by side, or
/// again on the next page, may begin before what came first.
std::vector<PageStart> in_order(std::vector<PageStart> starts) {
    for (std::size_t i = 1; i < starts.size(); ++i)
        starts[i].offset = std::max(starts[i].offset, starts[i - 1].offset);
    return starts;
}

}  // namespace

void append_marks(pugi::xml_node parent, pugi::xml_node before,
                  const std::vector<PageStart>& given) {
    const std::vector<PageStart> starts = in_order(given);
    auto first = before ? before.next_sibling() : parent.first_child();
    TextWalk walk(first);
    Marks places;
    for (const auto& start : starts)
        if (start.offset > 0) places.emplace_back(walk.find(start.offset), &start);
    const bool lost = !places.empty() && !places.front().first.text;
    for (auto place = places.cbegin(); place != places.cend() && !lost;)
        place = split(place, places.cend());
    for (const auto& start : starts) {
        if (start.offset > 0 && !lost) continue;
        make_mark(first ? parent.insert_child_before("span", first) : parent.append_child("span"),
                  start.label);
    }
}

std::vector<std::string> page_breaks_in(pugi::xml_node node) {
    std::vector<std::string> labels;
    const std::function<void(pugi::xml_node)> collect = [&](pugi::xml_node inner) {
        for (const auto child : inner.children()) {
            if (std::string_view(child.attribute("epub:type").value()) == "pagebreak")
                labels.emplace_back(child.attribute("aria-label").value());
            collect(child);
        }
    };
    collect(node);
    return labels;
}

std::string page_break_id(const std::string& label) { return "page_" + label; }

}  // namespace triptych::epub
