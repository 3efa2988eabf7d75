#include <triptych/diagrams.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <mutex>
#include <system_error>

#include <unistd.h>

#include <fmt/format.h>

#include <triptych/files.hpp>

#include "base/installed_programs.hpp"
#include "base/lock.hpp"
#include "base/scratch_program.hpp"
#include "base/text.hpp"

namespace triptych {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_picture = std::size_t{16} << 20U;

struct KindOfDiagram {
    std::string_view kind, command, input;
};
constexpr KindOfDiagram kinds[] = {
    {"mermaid", "mmdc -i {in} -o {out}", "diagram.mmd"},
    {"graphviz", "dot -Tsvg", "diagram.dot"},
    {"plantuml", "plantuml -tsvg -pipe", "diagram.puml"},
    {"d2", "d2 {in} {out}", "diagram.d2"},
};

std::string_view input_of(std::string_view kind) {
    for (const KindOfDiagram& known : kinds)
        if (known.kind == kind) return known.input;
    return "diagram";
}

/// A folder for one run, removed behind it.
class Scratch {
public:
    Scratch() {
        std::error_code error;
        std::string name = (fs::temp_directory_path(error) / "triptych-diagram-XXXXXX").string();
        if (!error && ::mkdtemp(name.data())) path_ = name;
    }
    ~Scratch() {
        std::error_code error;
        if (!path_.empty()) fs::remove_all(path_, error);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    const std::string& path() const { return path_; }
    bool write(std::string_view name, std::string_view text) const {
        std::ofstream file(fs::path(path_) / name, std::ios::binary);
        file.write(text.data(), static_cast<std::streamsize>(text.size()));
        return static_cast<bool>(file.flush());
    }
    /// Through the folder's own files: a link that leads out of it is no picture.
    std::optional<std::string> read(const std::string& name) const {
        std::error_code error;
        const auto size = fs::file_size(fs::path(path_) / name, error);
        if (error || size == 0 || size > largest_picture) return std::nullopt;
        return folder_files(path_)->read(name);
    }

private:
    std::string path_;
};

bool is_picture(std::string_view bytes) {
    constexpr std::size_t head = 4096;
    return bytes.starts_with("\x89PNG\r\n\x1A\n") ||
           bytes.substr(0, head).find("<svg") != std::string_view::npos;
}

/// The end of what the program said, on one line.
std::string complaint(const Scratch& scratch) {
    constexpr std::size_t most_said = 160;
    for (const char* name : {"stderr", "stdout"}) {
        const auto said = scratch.read(name);
        if (!said || is_picture(*said)) continue;
        std::string words = text::collapse_spaces(
            text::repair_utf8(said->substr(0, std::min<std::size_t>(said->size(), 4096))));
        text::clip(words, most_said);
        if (!words.empty()) return words;
    }
    return {};
}

class Programs final : public DiagramDrawer {
public:
    Programs(std::vector<DiagramProgram> list, Reach reach, Cache* cache)
        : reach_(reach), cache_(cache) {
        for (DiagramProgram& one : list) commands_[one.kind] = std::move(one.command);
    }

    Drawing draw(std::string_view kind, std::string_view source) override {
        const auto command = commands_.find(kind);
        if (command == commands_.end() || command->second.empty()) return {};
        const std::string key = fmt::format("{}\n{}\n{}", kind, command->second, source);
        std::shared_ptr<Known> known;
        {
            const std::lock_guard lock(mutex_);
            auto& place = known_[key];
            if (!place) place = std::make_shared<Known>();
            known = place;
        }
        std::call_once(known->once,
                       [&] { known->drawing = drawn(command->second, kind, source, key); });
        return known->drawing;
    }

private:
    struct Known {
        std::once_flag once;
        Drawing drawing;
    };

    Drawing drawn(const std::string& command, std::string_view kind, std::string_view source,
                  const std::string& key) const {
        // An entry begins with its whole key: two sources may share a hash.
        const std::string name = fmt::format("diagram-{:016x}", text::stable_hash(key));
        if (auto kept = cache_ ? cache_->load(name) : std::nullopt)
            if (kept->starts_with(key + '\0') && is_picture(kept->substr(key.size() + 1)))
                return {kept->substr(key.size() + 1), {}};
        Drawing drawing = run(command, kind, source);
        if (!drawing.picture.empty() && cache_) cache_->save(name, key + '\0' + drawing.picture);
        return drawing;
    }

    Drawing run(const std::string& command, std::string_view kind, std::string_view source) const {
        auto words = words_of_command(command);
        if (!words) return {{}, say("the command '{}' can't be read", command)};
        const std::string name = words->front();
        const std::string program = find_program(name);
        if (program.empty()) return {{}, say("there is no program '{}'", name)};
        const Scratch scratch;
        const std::string input(input_of(kind)), output = "diagram.svg";
        if (scratch.path().empty() || !scratch.write(input, source))
            return {{}, say("there is no room for a scratch folder")};
        words->front() = program;
        const bool by_file = put(*words, "{in}", input), into_file = put(*words, "{out}", output);
        const bool locked = reach_ == Reach::locked_in;
        const Lock lock(locked ? installed(*words) : std::vector<std::string>(), scratch.path());
        if (locked && !lock.is_made()) return locked_out(name);
        const ScratchEnd end =
            run_in_scratch({*words, environment_in(scratch.path()), scratch.path(),
                            by_file ? "" : input, locked ? &lock : nullptr});
        if (end.locked_out) return locked_out(name);
        const auto picture = scratch.read(into_file ? output : "stdout");
        if (end.problem.empty() && picture && is_picture(*picture)) return {*picture, {}};
        const Message problem =
            end.problem.empty() ? say("it wrote no SVG and no PNG") : end.problem;
        const std::string said = complaint(scratch);
        if (said.empty()) return {{}, say("'{}': {}", name, problem)};
        return {{}, say("'{}': {} ({})", name, problem, said)};
    }

    static Drawing locked_out(const std::string& name) {
        return {{},
                say("this system can't lock '{}' in; --trust-diagrams runs it all the same", name)};
    }

    /// Whether a word named it.
    static bool put(std::vector<std::string>& words, std::string_view name,
                    const std::string& file) {
        bool found = false;
        for (std::string& word : words) {
            found = found || word.find(name) != std::string::npos;
            word = text::replace_all(std::move(word), name, file);
        }
        return found;
    }

    std::map<std::string, std::string, std::less<>> commands_;
    Reach reach_;
    Cache* cache_;
    std::mutex mutex_;
    std::map<std::string, std::shared_ptr<Known>> known_;
};

}  // namespace

std::optional<std::vector<std::string>> words_of_command(std::string_view command) {
    std::vector<std::string> words;
    char quote = '\0';
    bool inside = false;
    for (std::size_t at = 0; at < command.size(); ++at) {
        const char c = command[at];
        const bool blank = c == ' ' || c == '\t' || c == '\n';
        if (quote == '\0' && blank) {
            inside = false;
            continue;
        }
        if (!inside) words.emplace_back();
        inside = true;
        if (c == quote)
            quote = '\0';
        else if (quote == '\0' && (c == '"' || c == '\''))
            quote = c;
        else if (c == '\\' && quote != '\'' && at + 1 < command.size())
            words.back() += command[++at];
        else
            words.back() += c;
    }
    if (quote != '\0' || words.empty() || words.front().empty()) return std::nullopt;
    return words;
}

std::string_view usual_command(std::string_view kind) {
    for (const KindOfDiagram& known : kinds)
        if (known.kind == kind) return known.command;
    return {};
}

std::unique_ptr<DiagramDrawer> diagram_programs(std::vector<DiagramProgram> list, Reach reach,
                                                Cache* cache) {
    if (list.empty()) return nullptr;
    return std::make_unique<Programs>(std::move(list), reach, cache);
}

}  // namespace triptych
