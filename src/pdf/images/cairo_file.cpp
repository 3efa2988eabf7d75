#include "pdf/images/cairo_file.hpp"

#include <charconv>

namespace triptych::pdf {

namespace {

constexpr std::size_t most_objects = 20'000;
constexpr std::string_view white = std::string_view("\0\t\n\f\r ", 6), delimiters = "()<>[]{}/%";

bool is_one_of(std::string_view set, char c) { return set.find(c) != std::string_view::npos; }

std::optional<std::size_t> number(std::string_view token) {
    std::size_t out = 0;
    const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), out);
    if (error != std::errc() || end != token.data() + token.size()) return std::nullopt;
    return out;
}

/// The tokens of one object, which begins at the lexer's place; empty when it does not end.
std::string whole_value(Lexer& lexer, std::string_view first) {
    std::string out(first);
    int depth = first == "<<" || first == "[" ? 1 : 0;
    while (depth > 0) {
        const std::string_view token = lexer.next();
        if (token.empty()) return {};
        if (token == "<<" || token == "[") ++depth;
        if (token == ">>" || token == "]") --depth;
        (out += ' ') += token;
    }
    return out;
}

/// Entries up to the end of a dictionary whose `<<` is read already.
std::optional<std::vector<CairoFile::Entry>> entries_of(Lexer& lexer) {
    std::vector<CairoFile::Entry> out;
    std::string_view token = lexer.next();
    while (token != ">>") {
        if (token.size() < 2 || token.front() != '/') return std::nullopt;
        CairoFile::Entry entry{std::string(token.substr(1)), whole_value(lexer, lexer.next())};
        if (entry.value.empty()) return std::nullopt;
        token = lexer.next();
        if (number(token)) {  // the rest of a reference
            ((entry.value += ' ') += token) += " R";
            if (lexer.next() != "R") return std::nullopt;
            token = lexer.next();
        }
        out.push_back(std::move(entry));
    }
    return out;
}

}  // namespace

void Lexer::skip_space() {
    while (at_ < text_.size()) {
        if (text_[at_] == '%')
            at_ = std::min(text_.find_first_of("\r\n", at_), text_.size());
        else if (is_one_of(white, text_[at_]))
            ++at_;
        else
            return;
    }
}

std::size_t Lexer::end_of_string() const {
    int depth = 0;
    for (std::size_t at = at_; at < text_.size(); ++at) {
        if (text_[at] == '\\')
            ++at;
        else if (text_[at] == '(')
            ++depth;
        else if (text_[at] == ')' && --depth == 0)
            return at + 1;
    }
    return at_;
}

std::string_view Lexer::next() {
    skip_space();
    if (at_ >= text_.size()) return {};
    const std::size_t start = at_;
    const char c = text_[at_];
    if (c == '(') {
        at_ = end_of_string();
    } else if (text_.substr(at_, 2) == "<<" || text_.substr(at_, 2) == ">>") {
        at_ += 2;
    } else if (c == '<') {
        const std::size_t end = text_.find('>', at_);
        if (end != std::string_view::npos) at_ = end + 1;
    } else if (c == '[' || c == ']') {
        ++at_;
    } else if (c == '/' || !is_one_of(delimiters, c)) {
        do ++at_;
        while (at_ < text_.size() && !is_one_of(white, text_[at_]) &&
               !is_one_of(delimiters, text_[at_]));
    }
    return text_.substr(start, at_ - start);
}

std::optional<std::vector<CairoFile::Entry>> dictionary_entries(std::string_view value) {
    Lexer lexer(value);
    if (lexer.next() != "<<") return std::nullopt;
    return entries_of(lexer);
}

std::uint32_t referred(std::string_view value) {
    Lexer lexer(value);
    const auto out = number(lexer.next());
    if (!out || *out > most_objects || lexer.next() != "0" || lexer.next() != "R") return 0;
    return static_cast<std::uint32_t>(*out);
}

std::vector<std::uint32_t> references(std::string_view value) {
    std::vector<std::uint32_t> out;
    with_references(value, [&](std::uint32_t number) {
        out.push_back(number);
        return std::string("0");
    });
    return out;
}

std::string_view CairoFile::Object::value(std::string_view key) const {
    for (const Entry& entry : entries)
        if (entry.key == key) return entry.value;
    return {};
}

CairoFile::CairoFile(std::string_view bytes) : bytes_(bytes) {
    const std::size_t last = bytes.rfind("startxref");
    if (last == std::string_view::npos) return;
    Lexer tail(bytes, last);
    tail.next();
    const auto table = number(tail.next());
    if (!table || *table >= bytes.size()) return;
    Lexer lexer(bytes, *table);
    if (lexer.next() != "xref" || lexer.next() != "0") return;
    const auto count = number(lexer.next());
    if (!count || *count > most_objects) return;
    offsets_.resize(*count);
    for (std::size_t& offset : offsets_) {
        const auto place = number(lexer.next());
        lexer.next();
        const bool used = lexer.next() == "n";
        offset = place && used ? *place : 0;
    }
    if (lexer.next() != "trailer" || lexer.next() != "<<") return;
    if (auto entries = entries_of(lexer)) root_ = referred(Object{*entries, {}}.value("Root"));
}

std::optional<std::int64_t> CairoFile::integer(std::string_view value) const {
    if (const auto direct = number(value)) return static_cast<std::int64_t>(*direct);
    const std::uint32_t at = referred(value);
    if (at >= offsets_.size() || offsets_[at] == 0) return std::nullopt;
    Lexer lexer(bytes_, offsets_[at]);
    for (int i = 0; i < 3; ++i) lexer.next();
    const auto out = number(lexer.next());
    if (!out) return std::nullopt;
    return static_cast<std::int64_t>(*out);
}

std::optional<CairoFile::Object> CairoFile::object(std::uint32_t at) const {
    if (at >= offsets_.size() || offsets_[at] == 0) return std::nullopt;
    Lexer lexer(bytes_, offsets_[at]);
    if (number(lexer.next()) != at || lexer.next() != "0" || lexer.next() != "obj" ||
        lexer.next() != "<<")
        return std::nullopt;
    auto entries = entries_of(lexer);
    if (!entries) return std::nullopt;
    Object out{std::move(*entries), {}};
    const std::string_view end = lexer.next();
    if (end == "endobj") return out;
    const auto length = integer(out.value("Length"));
    std::size_t start = lexer.at();
    if (bytes_.substr(start, 1) == "\r") ++start;
    ++start;
    if (end != "stream" || !length || start > bytes_.size() ||
        static_cast<std::size_t>(*length) > bytes_.size() - start)
        return std::nullopt;
    out.data = bytes_.substr(start, static_cast<std::size_t>(*length));
    return out;
}

std::optional<CairoFile::Object> CairoFile::page() const {
    const auto root = object(root_);
    const auto pages = root ? object(referred(root->value("Pages"))) : std::nullopt;
    if (!pages) return std::nullopt;
    const auto kids = references(pages->value("Kids"));
    return kids.size() == 1 ? object(kids.front()) : std::nullopt;
}

}  // namespace triptych::pdf
