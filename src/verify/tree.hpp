#pragma once

#include <map>
#include <string>
#include <vector>

#include "verify/rules.hpp"

namespace triptych::verify {

/// The same as naming none.
inline constexpr const char* pdf17_space = "http://iso.org/pdf/ssn";
inline constexpr const char* pdf2_space = "http://iso.org/pdf2/ssn";
inline constexpr const char* mathml_space = "http://www.w3.org/1998/Math/MathML";

/// A structure element as the file has it.
struct TreeElement {
    struct Kid {
        enum class Kind { content, annotation, element } kind{};
        QPDFObjectHandle object{};  ///< the page of content, the annotation
        int value = 0;              ///< identifier of content, index of the element
        bool in_form = false;       ///< content that is not the page's own
    };
    mutable QPDFObjectHandle object;  ///< a handle: nothing that reads through it is const
    int parent = -1;                  ///< -1: the root of the tree
    std::string type;       ///< a standard type, or what is written where it is mapped to none
    std::string space;      ///< the namespace of `type`; empty: that of PDF 1.7
    std::string own_space;  ///< the namespace that the element itself names
    bool known = false;     ///< `type` is a standard type, or one of MathML
    std::vector<Kid> kids;
};

using KidKind = TreeElement::Kid::Kind;

/// All elements in the order of reading, each behind the one that holds it.
struct Tree {
    std::vector<TreeElement> elements;
    std::map<Number, int> by_object;

    const TreeElement* find(QPDFObjectHandle element) const {
        const auto found = by_object.find(element.getObjectID());
        return found == by_object.end() ? nullptr
                                        : &elements[static_cast<std::size_t>(found->second)];
    }
    /// The type that `element` stands in: that of the nearest element above it which is not only
    /// looked through; `StructTreeRoot` at the top.
    std::string holder(const TreeElement& element) const;
};

/// Reads the tree of a file of any version. Without recursion: a hostile file may be as deep as it
/// likes. What is wrong with its bones is reported.
Tree read_tree(QPDFObjectHandle root, Report& report);

/// ` (object 12)`, which ends messages.
std::string place_of(QPDFObjectHandle object);
std::string text_entry(QPDFObjectHandle dictionary, const char* key);
/// `H1`, `H2`, ...
bool is_numbered_heading(const std::string& type);

}  // namespace triptych::verify
