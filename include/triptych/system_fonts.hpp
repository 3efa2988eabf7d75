#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <triptych/files.hpp>

/// Fonts of the machine, for who wants them: what is made with them depends on the machine.
namespace triptych {

class SystemFonts {
public:
    struct Face {
        std::string path;    ///< in `files`
        unsigned index = 0;  ///< in a collection
        std::string family;
    };
    virtual ~SystemFonts() = default;
    /// The face that the machine prefers for `character` in `language` (BCP 47); nothing when none
    /// has it.
    virtual std::optional<Face> find(char32_t character, std::string_view language) const = 0;
    virtual const Files& files() const = 0;
};

/// Those that fontconfig knows of, by its rules for this user.
std::unique_ptr<SystemFonts> system_fonts();

}  // namespace triptych
