#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include <triptych/pdf_standard.hpp>

#include "pages/pages.hpp"

namespace triptych::pdf {

/// The namespaces of structure types (ISO 32000-2 §14.7.4.2). Types of none are those of PDF 1.7.
enum class Namespace : std::uint8_t { none, pdf2, mathml };
/// Those that elements name.
inline constexpr std::array named_namespaces = {Namespace::pdf2, Namespace::mathml};
/// What a namespace is known by.
std::string_view address_of(Namespace space);

/// A structure type. The name lives as long as what it was made of.
struct Type {
    std::string_view name;
    Namespace space{};
};

/// The type that elements of a tag are written with.
Type type_of(pages::Tag tag, PdfStandard standard);
/// A type of PDF 2.0 in the namespace that it is in: that of PDF 2.0, unless it is of PDF 1.7 only.
Type modern_type(std::string_view name);
/// What a reader that knows no namespaces takes a type for; empty for types that it knows.
std::string_view compatible_type(const Type& type);

}  // namespace triptych::pdf
