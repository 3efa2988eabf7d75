#include "syntax/module/part_of.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include <KSyntaxHighlighting/Theme>
#include <QByteArray>
#include <QString>

namespace triptych::syntax {
namespace {

using Style = KSyntaxHighlighting::Theme::TextStyle;

/// Formats whose name says more about their meaning than their style in the library's themes does.
struct Named {
    std::string_view format;
    std::optional<CodePart> part;
};

// Sorted by name.
constexpr std::array named{
    Named{"Added line", CodePart::inserted},
    Named{"Alias", CodePart::name},
    Named{"Attribute", CodePart::key},
    Named{"Boolean", CodePart::number},
    Named{"Changed line (new)", CodePart::inserted},
    Named{"Changed line (old)", CodePart::deleted},
    Named{"Doctype", CodePart::tag},
    Named{"Element", CodePart::tag},
    Named{"Exceptions", CodePart::type},
    Named{"Key", CodePart::key},
    Named{"Null", CodePart::number},
    Named{"Object Member", std::nullopt},
    Named{"PI Symbols", CodePart::tag},
    Named{"Processing Instruction", CodePart::tag},
    Named{"Property", CodePart::key},
    Named{"Reference", CodePart::name},
    Named{"Removed line", CodePart::deleted},
    Named{"Selector Tag", CodePart::name},
    Named{"Special Variable", CodePart::number},
    Named{"Style_Keyword", CodePart::number},
    Named{"Style_String_Key", CodePart::key},
    Named{"Unit", CodePart::number},
    Named{"Value Keyword", CodePart::number},
};

std::optional<CodePart> part_of(Style style) {
    switch (style) {
        case Style::Keyword:
        case Style::ControlFlow:
        case Style::Import:
        case Style::Preprocessor:
            return CodePart::keyword;
        case Style::Function:
        case Style::BuiltIn:
        case Style::Extension:
        case Style::Variable:
            return CodePart::name;
        case Style::DataType:
            return CodePart::type;
        case Style::Attribute:
            return CodePart::key;
        case Style::Char:
        case Style::SpecialChar:
        case Style::String:
        case Style::VerbatimString:
        case Style::SpecialString:
            return CodePart::string;
        case Style::DecVal:
        case Style::BaseN:
        case Style::Float:
        case Style::Constant:
            return CodePart::number;
        case Style::Comment:
        case Style::Documentation:
        case Style::Annotation:
        case Style::CommentVar:
        case Style::RegionMarker:
        case Style::Information:
        case Style::Warning:
        case Style::Alert:
            return CodePart::comment;
        case Style::Normal:
        case Style::Operator:
        case Style::Error:
        case Style::Others:
            break;
    }
    return std::nullopt;
}

}  // namespace

std::optional<CodePart> part_of(const KSyntaxHighlighting::Format& format) {
    const QByteArray bytes = format.name().toUtf8();
    const std::string_view name(bytes.data(), static_cast<std::size_t>(bytes.size()));
    // Data's plain values, which some grammars show as attributes.
    if (name == "Normal Text" && format.textStyle() == Style::Attribute) return std::nullopt;
    if (name == "Normal Text" && format.textStyle() == Style::DataType) return CodePart::key;
    const auto found =
        std::lower_bound(named.begin(), named.end(), name,
                         [](const Named& one, std::string_view key) { return one.format < key; });
    if (found != named.end() && found->format == name) return found->part;
    return part_of(format.textStyle());
}

}  // namespace triptych::syntax
