#include "base/xml_flaws.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <set>
#include <vector>

#include <fmt/format.h>

#include "base/ascii.hpp"
#include "base/is_one_of.hpp"
#include "base/text.hpp"

namespace triptych::xml {
namespace {

using ascii::is_space;

bool is_name_character(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return ascii::is_alphanumeric(byte) || c == '-' || c == '.' || c == '_' || c == ':' ||
           byte >= 0x80;
}

/// Whether a character may stand in XML (§2.2).
bool is_character(char32_t c) {
    if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
    return c <= 0x10FFFF && c != 0xFFFE && c != 0xFFFF && (c < 0xD800 || c > 0xDFFF);
}
bool is_clean(std::string_view text) {
    for (std::size_t at = 0; at < text.size();)
        if (!is_character(text::next_code_point(text, at))) return false;
    return true;
}

/// What is between `&` and `;`: the name of an entity, or the number of a character (§4.1).
bool is_reference(std::string_view name) {
    constexpr std::array<std::string_view, 5> entities = {"amp", "lt", "gt", "quot", "apos"};
    if (!name.starts_with('#')) return is_one_of(name, entities);
    const bool is_hex = name.starts_with("#x");
    name.remove_prefix(is_hex ? 2 : 1);
    std::uint32_t character = 0;
    const char* const end = name.data() + name.size();
    const auto read = std::from_chars(name.data(), end, character, is_hex ? 16 : 10);
    return read.ec == std::errc() && read.ptr == end && is_character(character);
}

/// Goes through a document once; the first flaw ends it.
class Scanner {
public:
    explicit Scanner(std::string_view text) : text_(text) {}

    std::optional<Message> scan() {
        if (text::first_invalid_utf8(text_)) return say("is not UTF-8");
        if (!is_clean(text_)) return say("has a control character");
        if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
        if (rest().starts_with("<?xml")) skip_behind("?>");
        while (at_ < text_.size() && flaw_.empty()) next();
        if (flaw_.empty() && !open_.empty()) fail(say("does not close <{}>", open_.back().name));
        if (flaw_.empty() && !rooted_) fail(say("has no element"));
        return flaw_.empty() ? std::nullopt : std::optional(flaw_);
    }

private:
    struct Open {
        std::string_view name;
        std::size_t prefixes;  ///< declared around it
    };

    std::string_view rest() const { return text_.substr(at_); }
    void fail(Message what) {
        if (flaw_.empty()) flaw_ = std::move(what);
    }
    void skip_behind(std::string_view mark) {
        const auto found = text_.find(mark, at_);
        if (found == std::string_view::npos) return fail(say("lacks '{}'", mark));
        at_ = found + mark.size();
    }
    void skip_spaces() {
        while (at_ < text_.size() && is_space(static_cast<unsigned char>(text_[at_]))) ++at_;
    }
    std::string_view name() {
        const auto begin = at_;
        while (at_ < text_.size() && is_name_character(text_[at_])) ++at_;
        const auto name = text_.substr(begin, at_ - begin);
        const bool starts_badly =
            name.empty() || name[0] == '-' || name[0] == '.' || (name[0] >= '0' && name[0] <= '9');
        if (starts_badly) fail(say("has a tag or attribute without a name at byte {}", begin));
        return name;
    }

    void next() {
        if (text_[at_] != '<') return text();
        if (rest().starts_with("<!--")) return comment();
        if (rest().starts_with("<?")) return skip_behind("?>");
        if (rest().starts_with("<![CDATA[")) return skip_behind("]]>");
        if (rest().starts_with("<!")) return doctype();
        if (rest().starts_with("</")) return end_tag();
        start_tag();
    }

    void comment() {
        const auto end = text_.find("--", at_ + 4);
        if (end == std::string_view::npos || text_.substr(end, 3) != "-->")
            return fail(say("has a comment with '--' in it"));
        at_ = end + 3;
    }
    /// Only that of HTML: others point to files elsewhere.
    void doctype() {
        if (rooted_ || !text::lower_case(rest().substr(0, 15)).starts_with("<!doctype html>"))
            return fail(say("has a document type of its own"));
        at_ += 15;
    }
    void text() {
        const auto end = std::min(text_.find('<', at_), text_.size());
        const auto part = text_.substr(at_, end - at_);
        if (open_.empty() && !text::trim(part).empty()) fail(say("has text outside of its root"));
        if (part.find("]]>") != std::string_view::npos) fail(say("has ']]>' in its text"));
        references(part);
        at_ = end;
    }
    void references(std::string_view part) {
        for (auto at = part.find('&'); at != std::string_view::npos; at = part.find('&', at + 1)) {
            const auto end = part.find(';', at);
            const auto name = part.substr(at + 1, std::min(end, part.size()) - at - 1);
            if (end == std::string_view::npos || !is_reference(name))
                return fail(say("refers to '&{};', which is not defined", name.substr(0, 20)));
        }
    }

    void end_tag() {
        at_ += 2;
        const auto closed = name();
        skip_spaces();
        if (at_ >= text_.size() || text_[at_] != '>') return fail(say("has a broken end tag"));
        ++at_;
        if (open_.empty() || open_.back().name != closed)
            return fail(say("closes <{}>, which is not open", closed));
        prefixes_.resize(open_.back().prefixes);
        open_.pop_back();
    }

    void start_tag() {
        if (open_.empty() && rooted_) return fail(say("has a second root"));
        rooted_ = true;
        ++at_;
        const auto own = name();
        const Open opened{own, prefixes_.size()};
        std::set<std::string_view> attributes;
        while (flaw_.empty()) {
            const bool spaced =
                at_ < text_.size() && is_space(static_cast<unsigned char>(text_[at_]));
            skip_spaces();
            if (rest().starts_with("/>") || rest().starts_with(">")) break;
            if (!spaced) return fail(say("has a broken tag <{}>", own));
            attribute(own, attributes);
        }
        if (!flaw_.empty()) return;
        check_prefix(own);
        for (const auto one : attributes) check_prefix(one);
        const bool empty = text_[at_] == '/';
        at_ += empty ? 2 : 1;
        if (empty)
            prefixes_.resize(opened.prefixes);
        else
            open_.push_back(opened);
    }
    void attribute(std::string_view element, std::set<std::string_view>& attributes) {
        const auto own = name();
        skip_spaces();
        if (at_ >= text_.size() || text_[at_] != '=')
            return fail(say("has an attribute without a value"));
        ++at_;
        skip_spaces();
        const char quote = at_ < text_.size() ? text_[at_] : ' ';
        const auto end = text_.find(quote, at_ + 1);
        if ((quote != '"' && quote != '\'') || end == std::string_view::npos)
            return fail(say("has an attribute without quotes"));
        const auto value = text_.substr(at_ + 1, end - at_ - 1);
        if (value.find('<') != std::string_view::npos) fail(say("has '<' in an attribute"));
        references(value);
        if (!attributes.insert(own).second) fail(say("has '{}' twice on <{}>", own, element));
        if (own.starts_with("xmlns:")) prefixes_.push_back(own.substr(6));
        at_ = end + 1;
    }
    void check_prefix(std::string_view qualified) {
        const auto colon = qualified.find(':');
        if (colon == std::string_view::npos) return;
        const auto prefix = qualified.substr(0, colon);
        if (prefix == "xml" || prefix == "xmlns") return;
        if (!is_one_of(prefix, prefixes_))
            fail(say("has the prefix '{}', which is not declared", prefix));
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<Open> open_;
    std::vector<std::string_view> prefixes_;
    bool rooted_ = false;
    Message flaw_;
};

}  // namespace

std::optional<Message> first_flaw(std::string_view bytes) { return Scanner(bytes).scan(); }

}  // namespace triptych::xml
