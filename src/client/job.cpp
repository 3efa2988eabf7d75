#include "client/job.hpp"

#include <dlfcn.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <system_error>

namespace fs = std::filesystem;

namespace {

/// Options that may be given several times (`(repeatable)` in the program's help).
constexpr std::array<std::string_view, 5> repeatable = {"pages", "edition", "deck", "set",
                                                        "allow-host"};
/// What decides in what form the program answers is decided here.
constexpr std::array<std::string_view, 8> own = {"format",  "explain", "report", "timings",
                                                 "verbose", "quiet",   "help",   "version"};

template <typename Names>
bool is_one_of(const Names& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_option(std::string_view name) {
    return name.size() > 1 && name.front() != '-' &&
           std::all_of(name.begin(), name.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
}

/// The program that belongs to this library.
std::string program() {
    if (const char* named = std::getenv("TRIPTYCH_PROGRAM")) return named;
    ::Dl_info info{};
    static const int here = 0;
    if (::dladdr(&here, &info) == 0 || info.dli_fname == nullptr) return "triptych";
    std::error_code error;
    const fs::path folder = fs::canonical(info.dli_fname, error).parent_path();
    for (const fs::path& path : {folder / "triptych", folder.parent_path() / "bin" / "triptych",
                                 folder.parent_path().parent_path() / "bin" / "triptych"})
        if (fs::is_regular_file(path, error) && ::access(path.c_str(), X_OK) == 0)
            return path.string();
    return "triptych";
}

/// Files by path with their numbers; a file that is written anew has another one.
std::map<std::string, ::ino_t> files_in(const std::string& folder) {
    std::map<std::string, ::ino_t> files;
    std::error_code error;
    for (const auto& entry : fs::recursive_directory_iterator(folder, error)) {
        struct ::stat facts {};
        if (::lstat(entry.path().c_str(), &facts) == 0 && S_ISREG(facts.st_mode))
            files[entry.path().string()] = facts.st_ino;
    }
    return files;
}

/// Without its end of line.
std::string trimmed(std::string text) {
    while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
    return text;
}

}  // namespace

bool triptych_job::set(std::string_view option, const char* value) {
    if (!is_option(option) || is_one_of(own, option)) return false;
    if (option == "output") {
        output_ = value ? value : "";
        return true;
    }
    const bool adds = is_one_of(repeatable, option);
    if (!adds) std::erase_if(options_, [&](const auto& each) { return each.first == option; });
    options_.emplace_back(option, value ? std::optional<std::string>(value) : std::nullopt);
    return true;
}

triptych_status triptych_job::build(const std::string& source) {
    forget();
    const std::string to = folder();
    if (to.empty()) {
        error = "no folder can be made for the outputs";
        return TRIPTYCH_FAILED;
    }
    const auto before = files_in(to);
    const auto status = run(with_options({"build", source, "--format=json", "--output=" + to}));
    if (status != TRIPTYCH_DONE && status != TRIPTYCH_FAULTS) return status;
    for (const auto& [path, number] : files_in(to)) {
        const auto old = before.find(path);
        if (old == before.end() || old->second != number)
            outputs.push_back({fs::path(path).lexically_relative(to).string(), path});
    }
    return status;
}

triptych_status triptych_job::check(const std::string& source) {
    forget();
    return run(with_options({"check", source, "--format=json"}));
}

triptych_status triptych_job::verify(const std::string& path) {
    forget();
    Words words = {"verify", path, "--format=json"};
    for (const auto& [name, value] : options_)
        if (name == "lang" && value) words.push_back("--lang=" + *value);
    return run(std::move(words));
}

triptych_job::Words triptych_job::with_options(Words words) const {
    for (const auto& [name, value] : options_)
        words.push_back("--" + name + (value ? '=' + *value : std::string()));
    return words;
}

triptych_status triptych_job::run(Words words) {
    process_.reset();
    words.insert(words.begin(), "triptych");
    const auto done = process_.run(program(), words);
    auto status = ended(done);
    const bool answered = done.out.starts_with('[');
    if (answered && (status == TRIPTYCH_DONE || status == TRIPTYCH_FAULTS)) {
        findings = trimmed(done.out);
        error.clear();
    } else if (status == TRIPTYCH_FAULTS) {
        status = TRIPTYCH_FAILED;  // it says so on standard error
    }
    return status;
}

triptych_status triptych_job::ended(const triptych::client::Ended& ended) {
    if (process_.is_cancelled()) return TRIPTYCH_CANCELLED;
    if (!ended.started) {
        error = "the program triptych can't be started; name it in TRIPTYCH_PROGRAM";
        return TRIPTYCH_FAILED;
    }
    if (ended.exit_code == 0) return TRIPTYCH_DONE;
    error = trimmed(ended.err);
    if (ended.exit_code == 1) return TRIPTYCH_FAULTS;
    return ended.exit_code == 2 ? TRIPTYCH_WRONG_USE : TRIPTYCH_FAILED;
}

void triptych_job::forget() {
    outputs.clear();
    error.clear();
    findings = "[]";
}

std::string triptych_job::folder() {
    if (!output_.empty()) return output_;
    remove_own_folder();
    std::error_code none;
    std::string name = (fs::temp_directory_path(none) / "triptych-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) return {};
    own_folder_ = name;
    return name;
}

void triptych_job::remove_own_folder() {
    std::error_code error_code;
    if (!own_folder_.empty()) fs::remove_all(own_folder_, error_code);
    own_folder_.clear();
}
