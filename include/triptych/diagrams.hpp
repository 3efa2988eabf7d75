#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <triptych/cache.hpp>
#include <triptych/message.hpp>

/// Diagrams that programs of the user's draw: Mermaid, Graphviz, PlantUML, D2.
namespace triptych {

/// Makes pictures of the sources of diagrams. Safe to use from several threads.
class DiagramDrawer {
public:
    struct Drawing {
        std::string picture;  ///< an SVG or PNG file; empty: there is none
        Message problem;      ///< why there is none; empty when nothing draws this kind
    };
    virtual ~DiagramDrawer() = default;
    /// `kind` is `mermaid`, `graphviz`, `plantuml` or `d2`.
    virtual Drawing draw(std::string_view kind, std::string_view source) = 0;
};

/// A program that draws one kind of diagram. In `command`, blanks part words, unless they stand in
/// quotes or behind a backslash, as in a shell; nothing else has a meaning, and no shell is
/// started.
/// `{in}` in a word is the name of a file with the source, which else comes to the program's
/// standard input; `{out}` is the name of the file it is to write, else its standard output is the
/// picture.
struct DiagramProgram {
    std::string kind, command;
};

/// The words of a command; nothing when a quote does not end or there is no word.
std::optional<std::vector<std::string>> words_of_command(std::string_view command);

/// How the kind is drawn usually; empty for kinds that are not known.
std::string_view usual_command(std::string_view kind);

/// Where programs may reach while they draw what comes from a book.
enum class Reach : std::uint8_t {
    locked_in,  ///< their scratch folder, installed programs and fonts; not the network
    free,       ///< as far as the user
};

/// Runs the programs of `list`, the last of a kind, each time in a new scratch folder, with bounds
/// for time, memory and size. What they drew is kept in `cache`, which may be null and must outlive
/// the drawer, by their command and the source. Where a system can't lock programs in, those that
/// are to be are not run. Null when there are no programs.
std::unique_ptr<DiagramDrawer> diagram_programs(std::vector<DiagramProgram> list, Reach reach,
                                                Cache* cache);

}  // namespace triptych
