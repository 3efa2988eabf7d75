#include <triptych/live.hpp>
#include <triptych/modules.hpp>

#include <dlfcn.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <mutex>
#include <system_error>
#include <utility>

#include "base/verifier_words.hpp"

namespace triptych {
namespace {

namespace fs = std::filesystem;

/// Empty when the system does not say.
fs::path program_folder() {
    std::error_code error;
    return fs::read_symlink("/proc/self/exe", error).parent_path();
}

bool is_data_folder(const fs::path& folder) {
    std::error_code error;
    return fs::is_directory(folder / "layouts" / "default", error) &&
           fs::is_directory(folder / "fonts", error);
}

/// The function that the module exports; it stays loaded until the program ends. Null when the
/// module can't be loaded.
template <typename Function>
Function load(const std::vector<std::string>& folders, const char* module, const char* symbol) {
    for (const std::string& folder : folders) {
        const std::string path = folder + '/' + module;
        if (void* const loaded = ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL))
            return reinterpret_cast<Function>(::dlsym(loaded, symbol));
    }
    return nullptr;
}

}  // namespace

struct Modules::State {
    std::vector<std::string> folders;
    std::once_flag syntax_asked, verify_asked, derive_asked;
    TriptychSyntax syntax = nullptr;
    TriptychVerify verify = nullptr;
    TriptychDerive derive = nullptr;
};

Modules::Modules(std::vector<std::string> folders) : state_(std::make_unique<State>()) {
    state_->folders = std::move(folders);
}
Modules::~Modules() = default;
Modules::Modules(Modules&& other) noexcept = default;
Modules& Modules::operator=(Modules&& other) noexcept = default;

TriptychSyntax Modules::syntax() const {
    std::call_once(state_->syntax_asked, [&] {
        state_->syntax =
            load<TriptychSyntax>(state_->folders, "triptych-syntax.so", "triptych_syntax");
    });
    return state_->syntax;
}

TriptychVerify Modules::verify() const {
    std::call_once(state_->verify_asked, [&] {
        state_->verify =
            load<TriptychVerify>(state_->folders, "triptych-verify.so", "triptych_verify");
    });
    return state_->verify;
}

TriptychDerive Modules::derive() const {
    std::call_once(state_->derive_asked, [&] {
        state_->derive =
            load<TriptychDerive>(state_->folders, "triptych-verify.so", "triptych_derive");
    });
    return state_->derive;
}

TriptychServe find_server(const std::vector<std::string>& module_folders) {
    return load<TriptychServe>(module_folders, "triptych-serve.so", "triptych_serve");
}

std::string Modules::decoder() const {
    for (const std::string& folder : state_->folders) {
        std::string path = folder + "/triptych-decoder";
        if (::access(path.c_str(), X_OK) == 0) return path;
    }
    return {};
}

std::optional<PdfVerdict> judge_pdf(std::string_view file, const Modules& modules) {
    const TriptychVerify verify = modules.verify();
    if (!verify) return std::nullopt;
    PdfVerdict verdict;
    const auto name = [](void* sink, const char* claims, std::size_t size) {
        static_cast<PdfVerdict*>(sink)->claims.assign(claims, size);
    };
    const auto add = [](void* sink, const char* clause, const char* message) {
        static_cast<PdfVerdict*>(sink)->violations.push_back({clause, said_by_verifier(message)});
    };
    verify(file.data(), file.size(), name, add, &verdict);
    return verdict;
}

std::optional<std::vector<Violation>> verify_pdf(std::string_view file, const Modules& modules) {
    auto verdict = judge_pdf(file, modules);
    if (!verdict) return std::nullopt;
    return std::move(verdict->violations);
}

std::optional<std::string> derive_html(std::string_view file, const Modules& modules) {
    const TriptychDerive derive = modules.derive();
    if (!derive) return std::nullopt;
    std::string html;
    const auto add = [](void* sink, const char* text, std::size_t size) {
        static_cast<std::string*>(sink)->append(text, size);
    };
    derive(file.data(), file.size(), add, &html);
    return html;
}

std::vector<std::string> module_folders() {
    if (const char* configured = std::getenv("TRIPTYCH_MODULES")) return {configured};
    const fs::path folder = program_folder();
    if (folder.empty()) return {};
    return {folder.string(), (folder.parent_path() / "lib" / "triptych" / "modules").string()};
}

std::optional<std::string> find_data_folder() {
    if (const char* configured = std::getenv("TRIPTYCH_DATA")) return configured;
    fs::path folder = program_folder();
    if (folder.empty()) return std::nullopt;
    const fs::path installed = folder.parent_path() / "share" / "triptych";
    if (is_data_folder(installed)) return installed.string();
    for (; folder.has_relative_path(); folder = folder.parent_path())
        if (is_data_folder(folder)) return folder.string();
    return std::nullopt;
}

}  // namespace triptych
