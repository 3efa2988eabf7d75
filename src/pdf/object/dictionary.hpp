#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pdf/object/format.hpp"

namespace triptych::pdf::object {

class Array;
class Dictionary;

/// What arrays and dictionaries share: the text of values, built value by value. A value that holds
/// others is written by the writer that `array` and `dictionary` give, which closes itself at the
/// end of its life; until then nothing else can be written where it stands.
class Composite {
public:
    Composite(const Composite&) = delete;
    Composite& operator=(const Composite&) = delete;

protected:
    Composite() = default;
    Composite(Composite* parent, std::string_view opening);
    /// Only a writer that stands alone, with all in it closed, may move.
    Composite(Composite&& other) noexcept;
    Composite& operator=(Composite&& other) noexcept;
    ~Composite() = default;

    /// The text so far, to be written on.
    std::string& out();
    const std::string& whole() const;
    void close(std::string_view closing);

private:
    std::string own_;
    std::string* text_ = nullptr;  ///< that of the outermost writer; none: `own_`
    Composite* parent_ = nullptr;
    bool has_open_value_ = false;
};

/// A dictionary (ISO 32000-1 §7.3.7). Keys are names of the standard, which need no escapes; no key
/// is given twice.
class Dictionary : public Composite {
public:
    /// One that stands alone: an indirect object, or the entries of a stream.
    Dictionary() = default;
    Dictionary(Dictionary&&) noexcept = default;
    Dictionary& operator=(Dictionary&&) noexcept = default;
    ~Dictionary() { close(">>"); }

    Dictionary& name(std::string_view key, std::string_view value);
    Dictionary& integer(std::string_view key, std::int64_t value);
    Dictionary& boolean(std::string_view key, bool value);
    Dictionary& ref(std::string_view key, Ref value);
    /// An array of references.
    Dictionary& refs(std::string_view key, const std::vector<Ref>& values);
    /// A text string: UTF-8 in.
    Dictionary& text(std::string_view key, std::string_view value);
    /// A byte string.
    Dictionary& bytes(std::string_view key, std::string_view value);
    /// A value of another file, whose tokens are balanced and have white space between them.
    Dictionary& copied(std::string_view key, std::string_view value);
    Array array(std::string_view key);
    Dictionary dictionary(std::string_view key);

    /// The entries, without the angle brackets.
    const std::string& entries() const { return whole(); }

private:
    friend class Array;
    explicit Dictionary(Composite* parent) : Composite(parent, "<<") {}
    std::string& key(std::string_view key);
};

/// An array (ISO 32000-1 §7.3.6).
class Array : public Composite {
public:
    /// One that stands alone.
    Array() = default;
    Array(Array&&) noexcept = default;
    Array& operator=(Array&&) noexcept = default;
    ~Array() { close("]"); }

    Array& name(std::string_view value);
    Array& integer(std::int64_t value);
    /// A number given in hundredths: 1250 is `12.5`.
    Array& hundredths(std::int64_t value);
    Array& null();
    Array& ref(Ref value);
    /// A byte string.
    Array& bytes(std::string_view value);
    /// A byte string in hexadecimal digits.
    Array& hex(std::string_view value);
    /// All values of another array.
    Array& append(const Array& values);
    Array array() { return Array(this); }
    Dictionary dictionary() { return Dictionary(this); }

    bool empty() const { return whole().empty(); }

private:
    friend class Dictionary;
    explicit Array(Composite* parent) : Composite(parent, "[") {}
    /// Where a value goes that begins with a letter, digit or sign.
    std::string& separated();
};

}  // namespace triptych::pdf::object
