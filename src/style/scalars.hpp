#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <triptych/message.hpp>

#include "base/colour.hpp"
#include "base/length.hpp"
#include "style/sheet.hpp"
#include "style/value.hpp"

/// The forms that values of layout files may have. Inside the room only.
namespace triptych::style {

using Palette = std::map<std::string, Colour, std::less<>>;

/// The columns of a slide.
struct Grid {
    Length left, width;  ///< of all columns together
    Length gutter;
    int columns = 1;
    /// The columns `first` to `last`, counted from 1, as left edge and width.
    std::pair<Length, Length> span(int first, int last) const;
};

/// What values may refer to.
struct Scale {
    Length em;    ///< size of the type around
    Length line;  ///< leading of the body text
    const Palette* palette = nullptr;
    Grid grid;
};

/// Form of the values of one type: its `name` in the reference, in Markdown, what is said `about`
/// it to people, and how to read them.
template <typename T>
struct Form;

template <>
struct Form<Length> {
    static constexpr std::string_view name = "length";
    static constexpr std::string_view about =
        message_id("a length such as '10.5pt', '3mm', '1.2em' or '2line'");
    static std::optional<Length> read(const Value& value, const Scale& scale);
};
template <>
struct Form<Colour> {
    static constexpr std::string_view name = "colour";
    static constexpr std::string_view about =
        message_id("a colour such as '\"#1a5fb4\"', or the name of one of the theme");
    static std::optional<Colour> read(const Value& value, const Scale& scale);
};
template <>
struct Form<std::optional<Colour>> {
    static constexpr std::string_view name = "colour or `none`";
    static constexpr std::string_view about =
        message_id("a colour such as '\"#1a5fb4\"', the name of one of the theme, or 'none'");
    static std::optional<std::optional<Colour>> read(const Value& value, const Scale& scale);
};
template <>
struct Form<bool> {
    static constexpr std::string_view name = "`yes` or `no`";
    static constexpr std::string_view about = message_id("'yes' or 'no'");
    static std::optional<bool> read(const Value& value, const Scale& scale);
};
template <>
struct Form<int> {
    static constexpr std::string_view name = "number";
    static constexpr std::string_view about = message_id("a whole number");
    static std::optional<int> read(const Value& value, const Scale& scale);
};
template <>
struct Form<std::string> {
    static constexpr std::string_view name = "text";
    static constexpr std::string_view about = message_id("text");
    static std::optional<std::string> read(const Value& value, const Scale& scale);
};
template <>
struct Form<Size> {
    static constexpr std::string_view name = "page size";
    static constexpr std::string_view about =
        message_id("'A4', 'A5', '16:9', or width and height: '[148mm, 210mm]'");
    static std::optional<Size> read(const Value& value, const Scale& scale);
};
template <>
struct Form<Rect> {
    static constexpr std::string_view name = "zone";
    static constexpr std::string_view about =
        message_id("columns, top edge and height: '[3-12, 96pt, 40pt]'");
    static std::optional<Rect> read(const Value& value, const Scale& scale);
};
/// `400 italic fonts/family/File.ttf`
template <>
struct Form<FontFile> {
    static constexpr std::string_view name = "font file";
    static constexpr std::string_view about = message_id(
        "weight, 'italic' if it is, and path, from the theme’s folder or that of 'fonts/': "
        "'400 italic fonts/family/File.ttf'");
    static std::optional<FontFile> read(const Value& value, const Scale& scale);
};

/// Names of an enumeration's values, in their order.
template <typename E>
struct Words;
template <>
struct Words<FamilyRole> {
    static constexpr std::array<std::string_view, 4> names{"text", "head", "mono", "math"};
};
template <>
struct Words<TextAlign> {
    static constexpr std::array<std::string_view, 4> names{"start", "justify", "centre", "end"};
};
template <>
struct Words<Figures> {
    static constexpr std::array<std::string_view, 3> names{"standard", "lining", "old-style"};
};
template <>
struct Words<LinksOnPaper> {
    static constexpr std::array<std::string_view, 5> names{"none", "notes", "qr", "chapter",
                                                           "page"};
};
template <>
struct Words<PrintBlack> {
    static constexpr std::array<std::string_view, 2> names{"rgb", "cmyk"};
};

template <>
struct Words<Start> {
    static constexpr std::array<std::string_view, 4> names{"facing", "recto", "page", "here"};
};

template <>
struct Words<Emoji> {
    static constexpr std::array<std::string_view, 3> names{"colour", "mono", "none"};
};
template <>
struct Words<LongListings> {
    static constexpr std::array<std::string_view, 2> names{"cut", "all"};
};

template <>
struct Words<Kinsoku> {
    static constexpr std::array<std::string_view, 3> names{"strict", "normal", "loose"};
};
template <>
struct Words<LineEndStops> {
    static constexpr std::array<std::string_view, 2> names{"inside", "hanging"};
};

template <typename T>
concept Enumeration = std::is_enum_v<T>;

template <Enumeration T>
struct Form<T> {
    static std::string joined(std::string_view quote) {
        std::string list;
        for (const std::string_view word : Words<T>::names) {
            if (!list.empty()) list += ", ";
            list.append(quote).append(word).append(quote);
        }
        return list;
    }
    static inline const std::string about = joined("");
    static inline const std::string name = joined("`");
    static std::optional<T> read(const Value& value, const Scale&) {
        for (std::size_t i = 0; i < Words<T>::names.size(); ++i)
            if (value.scalar == Words<T>::names[i]) return static_cast<T>(i);
        return std::nullopt;
    }
};

}  // namespace triptych::style
