#include <fmt/format.h>

#include "base/ascii.hpp"
#include "base/text.hpp"
#include "epub/verify/rules.hpp"

namespace triptych::epub::verify {
namespace {

/// Reads a style sheet as our writer writes it: comments, strings, blocks, addresses (CSS Syntax
/// 3).
class StyleSheet {
public:
    StyleSheet(const std::string& path, std::string_view text, const Archive& archive,
               Report& report)
        : path_(path), text_(text), archive_(archive), report_(report) {}

    void check() {
        while (at_ < text_.size()) next();
        expect(depth_ == 0, say("has a block that does not end"));
    }

private:
    void next() {
        const char c = text_[at_];
        if (text_.substr(at_).starts_with("/*")) return skip_to("*/", 2);
        if (c == '"' || c == '\'') {
            string();
            return;
        }
        if (text_.substr(at_).starts_with("url(")) return address();
        if (c == '@') at_rule();
        if (c == '{') ++depth_;
        if (c == '}') expect(depth_ > 0, say("has '}}' without a block")), depth_ -= depth_ > 0;
        const bool ends = c == ';' || c == '}';
        if (ends) expect(!awaits_value_, say("has a property without a value"));
        if (c == ':' && depth_ > 0)
            awaits_value_ = true;
        else if (!ascii::is_space(static_cast<unsigned char>(c)) || ends)
            awaits_value_ = false;
        ++at_;
    }
    void skip_to(std::string_view end, std::size_t from) {
        const auto found = text_.find(end, at_ + from);
        expect(found != std::string_view::npos, say("has a comment or string that does not end"));
        at_ = found == std::string_view::npos ? text_.size() : found + end.size();
    }
    /// The text between quotation marks; `at_` goes behind it.
    std::string_view string() {
        awaits_value_ = false;
        const char quote = text_[at_];
        const auto begin = ++at_;
        while (at_ < text_.size() && text_[at_] != quote && text_[at_] != '\n')
            at_ += text_[at_] == '\\' ? 2 : 1;
        at_ = std::min(at_, text_.size());
        expect(at_ < text_.size() && text_[at_] == quote, say("has a string that does not end"));
        const auto found = text_.substr(begin, at_ - begin);
        at_ = std::min(at_ + 1, text_.size());
        return found;
    }
    void address() {
        awaits_value_ = false;
        const auto end = std::min(text_.find(')', at_), text_.size());
        auto written = text::trim(text_.substr(at_ + 4, end - at_ - 4));
        if (written.size() > 1 && (written.front() == '"' || written.front() == '\''))
            written = written.substr(1, written.size() - 2);
        check_target(written);
        at_ = std::min(end + 1, text_.size());
    }
    void at_rule() {
        const auto rest = text_.substr(at_);
        for (const std::string_view rule : {"@import", "@namespace"})
            expect(!rest.starts_with(rule), say("has {}", rule));
        expect(at_ == 0 || !rest.starts_with("@charset"), say("has @charset behind its beginning"));
    }
    void check_target(std::string_view reference) {
        expect(!is_elsewhere(reference) && archive_.count(resolved(path_, reference)) != 0,
               say("leads to '{}', which is not there", reference.substr(0, 80)));
    }
    void expect(bool holds, const Message& what) {
        report_.expect(holds, "EPUB 3.3 6.3", say("'{}' {}", path_, what));
    }

    const std::string& path_;
    std::string_view text_;
    const Archive& archive_;
    Report& report_;
    std::size_t at_ = 0;
    int depth_ = 0;
    bool awaits_value_ = false;
};

}  // namespace

void check_style_sheets(const Archive& archive, const Package& package, Report& report) {
    for (const auto& [id, item] : package.items) {
        const auto file = archive.find(item.path);
        if (item.media_type == "text/css" && file != archive.end())
            StyleSheet(item.path, file->second, archive, report).check();
    }
}

}  // namespace triptych::epub::verify
