#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace triptych::pdf {

/// Reads the objects of a PDF with a plain cross-reference table, which is what cairo writes. Made
/// for that one writer: whatever is not as expected is nothing, never a guess.
class CairoFile {
public:
    /// `bytes` must outlive the file.
    explicit CairoFile(std::string_view bytes);

    struct Entry {
        std::string key;    ///< without the solidus
        std::string value;  ///< text of the object, tokens with one space between them
    };
    /// A dictionary, with the data of the stream if it is one's.
    struct Object {
        std::vector<Entry> entries;
        std::optional<std::string_view> data;

        /// Empty when there is no such entry.
        std::string_view value(std::string_view key) const;
    };
    std::optional<Object> object(std::uint32_t number) const;
    /// The one page of the file.
    std::optional<Object> page() const;

private:
    std::optional<std::int64_t> integer(std::string_view value) const;

    std::string_view bytes_;
    std::vector<std::size_t> offsets_;  ///< by number; 0 is none
    std::uint32_t root_ = 0;
};

/// The entries of the text of a dictionary; nothing for another value.
std::optional<std::vector<CairoFile::Entry>> dictionary_entries(std::string_view value);
/// Number of the object that `value`, for example `12 0 R`, refers to; 0 for another value.
std::uint32_t referred(std::string_view value);
/// Every object that `value` refers to, in order.
std::vector<std::uint32_t> references(std::string_view value);

/// `value` with each reference replaced by what `replacement(number)` gives.
template <typename Replacement>
std::string with_references(std::string_view value, Replacement replacement);

/// The tokens of a piece of PDF, one after another (ISO 32000-1 §7.2).
class Lexer {
public:
    explicit Lexer(std::string_view text, std::size_t at = 0) : text_(text), at_(at) {}
    /// Empty at the end and where the text is no PDF.
    std::string_view next();
    /// Place behind the last token.
    std::size_t at() const { return at_; }

private:
    void skip_space();
    std::size_t end_of_string() const;

    std::string_view text_;
    std::size_t at_;
};

template <typename Replacement>
std::string with_references(std::string_view value, Replacement replacement) {
    std::vector<std::string> tokens;
    Lexer lexer(value);
    for (auto token = lexer.next(); !token.empty(); token = lexer.next()) {
        tokens.emplace_back(token);
        const std::size_t count = tokens.size();
        if (token != "R" || count < 3) continue;
        const std::uint32_t number = referred(tokens[count - 3] + " 0 R");
        tokens.resize(count - 2);
        tokens.back() = replacement(number);
    }
    std::string out;
    for (const std::string& token : tokens) (out += out.empty() ? "" : " ") += token;
    return out;
}

}  // namespace triptych::pdf
