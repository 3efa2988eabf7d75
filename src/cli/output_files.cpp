#include "cli/output_files.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

namespace triptych::cli {
namespace {

std::string system_message(std::string_view action, const std::string& path) {
    return fmt::format("can't {} '{}': {}", action, path, std::strerror(errno));
}

/// A file on its way: without a name where the file system allows it, so that nothing is left
/// behind even by a kill.
class PendingFile {
public:
    PendingFile(std::string folder, std::string name)
        : folder_(std::move(folder)),
          path_(folder_ + "/" + name),
          temporary_(fmt::format("{}/.{}.{}.part", folder_, name, ::getpid())) {}
    PendingFile(PendingFile&& other) noexcept
        : folder_(std::move(other.folder_)),
          path_(std::move(other.path_)),
          temporary_(std::move(other.temporary_)),
          descriptor_(std::exchange(other.descriptor_, -1)),
          named_(std::exchange(other.named_, false)) {}
    PendingFile& operator=(PendingFile&&) = delete;
    ~PendingFile() {
        if (named_) ::unlink(temporary_.c_str());
        if (descriptor_ >= 0) ::close(descriptor_);
    }

    std::optional<std::string> write(const std::string& bytes) {
        if (!open()) return system_message("create a file in", folder_);
        if (!write_fully(descriptor_, bytes) || ::fsync(descriptor_) != 0)
            return system_message("write", path_);
        return std::nullopt;
    }

    std::optional<std::string> publish() {
        if (!named_ && !give_name()) return system_message("name", temporary_);
        named_ = true;
        if (::rename(temporary_.c_str(), path_.c_str()) != 0)
            return system_message("replace", path_);
        named_ = false;
        return std::nullopt;
    }

private:
    static constexpr ::mode_t mode = 0666;

    bool open() {
        descriptor_ = ::open(folder_.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, mode);
        if (descriptor_ >= 0) return true;
        ::unlink(temporary_.c_str());
        descriptor_ =
            ::open(temporary_.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, mode);
        named_ = descriptor_ >= 0;
        return named_;
    }

    /// Links the nameless file (open(2), O_TMPFILE).
    bool give_name() {
        const auto source = fmt::format("/proc/self/fd/{}", descriptor_);
        ::unlink(temporary_.c_str());
        return ::linkat(AT_FDCWD, source.c_str(), AT_FDCWD, temporary_.c_str(),
                        AT_SYMLINK_FOLLOW) == 0;
    }

    std::string folder_, path_, temporary_;
    int descriptor_ = -1;
    bool named_ = false;
};

void sync_folder(const std::string& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return;
    ::fsync(descriptor);
    ::close(descriptor);
}

}  // namespace

bool write_fully(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const auto written = ::write(descriptor, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

std::optional<std::string> write_files(const std::string& folder,
                                       const std::vector<OutputFile>& files) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        return fmt::format("can't make the folder '{}': {}", folder, std::strerror(error.value()));
    std::vector<PendingFile> pending;
    pending.reserve(files.size());
    for (const auto& file : files) {
        pending.emplace_back(folder, file.name);
        if (auto problem = pending.back().write(file.bytes)) return problem;
    }
    for (auto& file : pending)
        if (auto problem = file.publish()) return problem;
    sync_folder(folder);
    return std::nullopt;
}

}  // namespace triptych::cli
