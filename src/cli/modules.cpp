#include "cli/modules.hpp"

#include <dlfcn.h>

#include <array>
#include <filesystem>
#include <system_error>

namespace triptych::cli {
namespace {

namespace fs = std::filesystem;

void* load(const char* module, const char* symbol) {
    std::error_code error;
    const fs::path folder = fs::read_symlink("/proc/self/exe", error).parent_path();
    const std::array places = {folder / module, folder.parent_path() / "lib" / "triptych" / module};
    for (const fs::path& place : places)
        if (void* loaded = dlopen(place.c_str(), RTLD_NOW | RTLD_LOCAL))
            return dlsym(loaded, symbol);
    return nullptr;
}

}  // namespace

TriptychVerify load_verifier() {
    return reinterpret_cast<TriptychVerify>(load(verify_module, "triptych_verify"));
}

TriptychSyntax load_syntax() {
    return reinterpret_cast<TriptychSyntax>(load("triptych-syntax.so", "triptych_syntax"));
}

}  // namespace triptych::cli
