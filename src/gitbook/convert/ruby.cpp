#include "gitbook/convert/ruby.hpp"

#include <deque>
#include <iterator>
#include <utility>

#include "base/language_tag.hpp"
#include "base/text.hpp"
#include "base/title_text.hpp"
#include "doc/walk.hpp"
#include "gitbook/convert/text.hpp"

namespace triptych::gitbook {
namespace {

/// Neither words nor readings break: longer ones are a line of text with another behind it.
constexpr std::size_t longest_part = 24;  // characters

bool is_short(std::string_view text) {
    return !text.empty() && text::count_characters(text) <= longest_part;
}

class RubyReader {
public:
    RubyReader(Converter& converter, Span span, Flow& out)
        : converter_(converter), span_(span), out_(out) {}

    void add(const Nodes& nodes) {
        for (const Node& node : nodes) add(node);
    }
    /// What is left has no reading.
    void finish() {
        for (Base& base : bases_) add_plain(std::move(base.words));
        bases_.clear();
    }

private:
    struct Base {
        doc::Inlines words;
        bool is_element = false;  ///< written as `<rb>`
    };

    void add(const Node& node) {
        if (node.is("rp")) return;  // written again where it is needed
        if (node.is("rt")) return add_reading(node);
        if (node.is("rtc")) return add_readings(node);
        Flow words(converter_);
        if (node.is("rb"))
            convert(converter_, node.children, words);
        else
            convert(converter_, node, words);
        if (!words.blocks().empty()) {
            finish();
            return out_.add_all(words.take());
        }
        add_base(std::move(words.text()), node.is("rb"));
    }

    void add_readings(const Node& container) {
        for (const Node& node : container.children)
            if (node.is("rt") || (node.kind == Node::Kind::text && !text::trim(node.text).empty()))
                add_reading(node);
    }

    void add_base(doc::Inlines words, bool is_element) {
        const std::string text = doc::plain_text(words);
        // White space between the elements is none of the words.
        if (text::trim(text).empty() && (is_element || bases_.empty())) return;
        if (is_element || bases_.empty() || bases_.back().is_element)
            return bases_.push_back({std::move(words), is_element});
        auto& last = bases_.back().words;
        std::move(words.begin(), words.end(), std::back_inserter(last));
    }

    void add_reading(const Node& node) {
        const std::string inside = node.kind == Node::Kind::text ? node.text : inner_text(node);
        doc::Ruby ruby{{}, std::string(text::trim(text::collapse_spaces(inside)))};
        if (ruby.reading.empty()) return;
        if (!bases_.empty()) {
            ruby.body = std::move(bases_.front().words);
            bases_.pop_front();
        }
        if (is_short(ruby.reading) && is_short(doc::plain_text(ruby.body)))
            return out_.add(std::move(ruby), span_);
        const std::string behind = doc::in_brackets(ruby);
        add_plain(std::move(ruby.body));
        out_.add(text_inline(behind, span_));
    }

    void add_plain(doc::Inlines words) {
        for (doc::Inline& word : words) out_.add(std::move(word));
    }

    Converter& converter_;
    Span span_;
    Flow& out_;
    std::deque<Base> bases_;  ///< that have no reading yet
};

}  // namespace

void convert_ruby(Converter& converter, const Node& node, Flow& out) {
    add_anchor(node, out);
    Flow inside(converter);
    RubyReader reader(converter, node.span, inside);
    reader.add(node.children);
    reader.finish();
    const std::string language(text::trim(node.get("lang")));
    if (!inside.blocks().empty()) return out.add_all(inside.take());
    if (is_language_tag(language) && !inside.text().empty())
        return out.add(doc::Foreign{language, std::move(inside.text())}, node.span);
    for (doc::Inline& word : inside.text()) out.add(std::move(word));
}

}  // namespace triptych::gitbook
