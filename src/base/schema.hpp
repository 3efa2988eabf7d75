#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include <pugixml.hpp>

/// What may stand in XML files of a kind, as tables say it.
///
/// Attributes of a type are `name=Value`, with `!` if they must be there; its content is made of
/// `element=Type`, or `element=@Value` for one that holds text, and of `%Group`; `...` is any
/// element with the prefix `other`; `,` joins what follows one another, `|` what one may be chosen
/// of, `&` what may stand in any order; `?`, `*`, `+` and `{least,most}` say how often. Content
/// `#Value` is text of that kind. A value is one of several kinds, joined by `|`: `text`, `word`
/// (text that is not blank), `sign` (one character or none), `lang` (BCP 47), `bool`, `int 0 9`,
/// `percent 0 100`, `hex 3` (bytes), `guid`, `media` (a media type), `moment` (W3C date
/// and time), `ncname`, `address`, or `= one of these words`.
namespace triptych::schema {

/// A type of attributes: any of some kinds of values.
class Value {
public:
    explicit Value(std::string_view alternatives);
    bool holds(std::string_view written) const;
    /// Whether any text is good, the empty one, too.
    bool is_text() const;

private:
    enum class Kind : std::uint8_t {
        text,
        word,
        sign,
        lang,
        id,
        truth,
        number,
        percent,
        hex,
        guid,
        media,
        moment,
        ncname,
        address,
        name
    };
    struct Alternative {
        Kind kind{};
        std::int64_t least = 0, most = 0;
        std::vector<std::string_view> names;
    };
    static Alternative alternative(std::string_view written);
    static bool holds(const Alternative& alternative, std::string_view written);

    std::vector<Alternative> alternatives_;
};

struct Attribute {
    std::string_view name;
    const Value* value = nullptr;
    bool required = false;
};

struct Type;

/// What may stand at one place of an element's content.
struct Particle {
    enum class Kind : std::uint8_t { element, sequence, choice, all, other } kind{};
    unsigned least = 1, most = 1;
    std::string_view name;         ///< of an element
    const Type* type = nullptr;    ///< of an element that holds others, or nothing
    const Value* value = nullptr;  ///< of an element that holds text
    std::vector<Particle> inner;   ///< of a sequence, a choice or all in any order
};

/// A type of elements.
struct Type {
    bool open = false;
    const Value* text = nullptr;  ///< of what is written in one; null: nothing is
    std::vector<Attribute> attributes;
    Particle content{Particle::Kind::sequence, 1, 1, {}, nullptr, nullptr, {}};
    std::vector<Particle> children;  ///< every element that may stand in one, wherever

    /// Nothing when no such element may stand in one.
    const Particle* child(std::string_view name) const;
    const Attribute* attribute(std::string_view name) const;
};

/// A type as it is written in a table.
struct Row {
    std::string_view name, attributes, content;
};
struct Tables {
    using Pairs = std::vector<std::pair<std::string_view, std::string_view>>;
    std::vector<Row> types;
    std::vector<std::string_view> open;  ///< types whose content is not described
    Pairs groups;                        ///< name and content
    Pairs values;                        ///< name and kinds
    Pairs roots;                         ///< element and type
};

/// The types of a kind of files. Its texts must outlive it.
class Schema {
public:
    explicit Schema(const Tables& tables);
    Schema(const Schema&) = delete;
    Schema& operator=(const Schema&) = delete;
    /// The type of a root; null for those that are not described.
    const Type* type_of_root(std::string_view name) const;

private:
    friend class Reader;
    void fill(Type& type, const Row& row);

    std::map<std::string_view, std::string_view> roots_, groups_;
    std::map<std::string_view, Type> types_;
    std::map<std::string_view, Value> values_;
};

/// Why the children of an element are not what its type asks for.
struct Misfit {
    pugi::xml_node child;      ///< the first that can't stand where it does, if any
    std::string_view missing;  ///< what must stand there, if anything must
};
/// Nothing when all is well.
std::optional<Misfit> first_misfit(const Type& type, const pugi::xml_node& element);

}  // namespace triptych::schema
