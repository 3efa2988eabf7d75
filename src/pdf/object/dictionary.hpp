#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pdf/object/format.hpp"

namespace triptych::pdf::object {

/// The text of a dictionary (ISO 32000-1 §7.3.7), built entry by entry. Keys must be names of the
/// standard, which need no escapes; no key is given twice.
class Dictionary {
public:
    Dictionary& name(std::string_view key, std::string_view value);
    Dictionary& integer(std::string_view key, std::int64_t value);
    Dictionary& boolean(std::string_view key, bool value);
    Dictionary& ref(std::string_view key, Ref value);
    Dictionary& refs(std::string_view key, const std::vector<Ref>& values);
    /// A text string: UTF-8 in.
    Dictionary& text(std::string_view key, std::string_view value);
    /// A byte string.
    Dictionary& bytes(std::string_view key, std::string_view value);
    /// `value` is the text of an object already.
    Dictionary& raw(std::string_view key, std::string_view value);
    /// `values` is the text of objects, with white space between them.
    Dictionary& array(std::string_view key, std::string_view values);
    Dictionary& dictionary(std::string_view key, const Dictionary& value);

    /// The entries, without the angle brackets.
    const std::string& entries() const { return entries_; }
    /// The whole object, `<<…>>`.
    std::string str() const { return "<<" + entries_ + ">>"; }

private:
    std::string& key(std::string_view key);
    std::string entries_;
};

}  // namespace triptych::pdf::object
