#include "base/installed_programs.hpp"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "base/text.hpp"

namespace triptych {
namespace {

namespace fs = std::filesystem;

const char* variable(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

std::vector<std::string> search_path() {
    std::vector<std::string> folders;
    for (const std::string_view folder : text::split(variable("PATH"), ':'))
        if (folder.starts_with('/')) folders.emplace_back(folder);
    return folders;
}

}  // namespace

std::string find_program(const std::string& name) {
    if (name.find('/') != std::string::npos) {
        std::error_code error;
        const auto path = fs::absolute(name, error);
        return !error && ::access(path.c_str(), X_OK) == 0 ? path.string() : "";
    }
    for (const std::string& folder : search_path()) {
        std::string path = folder + '/' + name;
        if (::access(path.c_str(), X_OK) == 0) return path;
    }
    return {};
}

std::vector<std::string> installed(const std::vector<std::string>& words) {
    std::vector<std::string> places = {"/usr",
                                       "/bin",
                                       "/sbin",
                                       "/lib",
                                       "/lib64",
                                       "/lib32",
                                       "/opt",
                                       "/proc",
                                       "/sys",
                                       "/etc/fonts",
                                       "/etc/ssl",
                                       "/etc/alternatives",
                                       "/etc/ld.so.cache",
                                       "/etc/ld.so.conf",
                                       "/etc/ld.so.conf.d",
                                       "/etc/chromium",
                                       "/etc/chromium.d",
                                       "/etc/localtime",
                                       "/etc/nsswitch.conf",
                                       "/etc/hosts",
                                       "/var/cache/fontconfig"};
    for (const auto& entry :
         fs::directory_iterator("/etc", fs::directory_options::skip_permission_denied))
        if (entry.path().filename().string().starts_with("java-"))
            places.push_back(entry.path().string());
    const auto add_tree = [&](fs::path folder) {
        places.push_back(folder.string());
        const auto parent = folder.parent_path();
        if (folder.filename() == ".bin") places.push_back(parent.string());
        if (folder.filename() == "bin")
            for (const char* beside : {"lib", "lib64", "libexec"})
                places.push_back((parent / beside).string());
    };
    for (const std::string& folder : search_path()) add_tree(folder);
    for (const std::string& word : words) {
        if (!word.starts_with('/')) continue;
        std::error_code error;
        const auto real = fs::canonical(word, error);
        if (error) continue;
        places.push_back(real.string());
        // A program of Node lies among the packages that it needs.
        if (const auto at = real.string().find("/node_modules/"); at != std::string::npos)
            places.push_back(real.string().substr(0, at + 13));
    }
    if (*variable("PUPPETEER_CACHE_DIR")) places.emplace_back(variable("PUPPETEER_CACHE_DIR"));
    places.push_back(std::string(variable("HOME")) + "/.cache/puppeteer");
    return places;
}

std::vector<std::string> environment_in(const std::string& folder) {
    std::vector<std::string> all = {"LC_ALL=C.UTF-8",
                                    "TZ=UTC",
                                    "HOME=" + folder,
                                    "TMPDIR=" + folder,
                                    "SERVER_NAME=triptych",  // Graphviz then loads no files
                                    std::string("PATH=") + variable("PATH")};
    for (const char* name : {"PUPPETEER_EXECUTABLE_PATH", "JAVA_HOME", "LD_LIBRARY_PATH"})
        if (*variable(name)) all.push_back(std::string(name) + '=' + variable(name));
    const std::string own = variable("PUPPETEER_CACHE_DIR");
    const std::string home = variable("HOME");
    if (!own.empty() || !home.empty())
        all.push_back("PUPPETEER_CACHE_DIR=" + (own.empty() ? home + "/.cache/puppeteer" : own));
    return all;
}

}  // namespace triptych
