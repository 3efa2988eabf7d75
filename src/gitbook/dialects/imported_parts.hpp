#pragma once

#include <map>
#include <optional>
#include <string_view>

namespace triptych::gitbook {

/// A file of Markdown that a page of Docusaurus imports, to be shown where its name stands.
struct ImportedPart {
    std::string_view name, path;
};
/// That of `import Name from './_part.mdx';`.
std::optional<ImportedPart> imported_part(std::string_view line);

/// The files that one page has imported so far.
class ImportedParts {
public:
    /// Enters those that `lines` import; their text must live as long as this.
    void note(std::string_view lines);
    /// The path of the one whose `<Name …/>` is all of `line`, or "".
    std::string_view shown_on(std::string_view line) const;

private:
    std::map<std::string_view, std::string_view> paths_;  ///< by name
};

}  // namespace triptych::gitbook
