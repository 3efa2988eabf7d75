#include "cli/pending_output.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

#include "cli/foreign_words.hpp"

namespace triptych::cli {
namespace {

namespace fs = std::filesystem;

constexpr ::mode_t file_mode = 0666;

bool sync_fully(int descriptor) {
    while (::fsync(descriptor) != 0)
        if (errno != EINTR) return false;
    return true;
}

/// What a folder of slides is made of.
bool is_of_slides(const std::string& name) {
    return name == "index.html" || name.starts_with("picture-");
}

/// Whether nobody's files are lost with the folder.
bool holds_slides_only(const std::string& path) {
    std::error_code error;
    fs::directory_iterator files(path, error);
    return !error && std::all_of(begin(files), end(files), [](const fs::directory_entry& file) {
        std::error_code none;
        return file.is_regular_file(none) && !file.is_symlink(none) &&
               is_of_slides(file.path().filename().string());
    });
}

void remove_folder(const std::string& path) {
    std::error_code error;
    fs::remove_all(path, error);
}

/// Opens `path`, waits until the disk has all of it; what went wrong, or 0.
int sync_path(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (descriptor < 0) return errno;
    const int error = sync_fully(descriptor) ? 0 : errno;
    ::close(descriptor);
    return error;
}

bool write_file(const std::string& path, const std::string& bytes) {
    const int descriptor =
        ::open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, file_mode);
    if (descriptor < 0) return false;
    const bool written = write_fully(descriptor, bytes);
    const int error = errno;
    ::close(descriptor);
    errno = error;
    return written;
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

Message system_message(Failed what, const std::string& path) {
    const Message why = said_by_system(errno);
    switch (what) {
        case Failed::write:
            return say("can't write '{}': {}", path, why);
        case Failed::name:
            return say("can't name '{}': {}", path, why);
        case Failed::replace:
            return say("can't replace '{}': {}", path, why);
        case Failed::create_file:
            return say("can't create a file in '{}': {}", path, why);
        case Failed::create_folder:
            break;
    }
    return say("can't create a folder in '{}': {}", path, why);
}

PendingOutput::PendingOutput(std::string folder, const std::string& name)
    : folder_(std::move(folder)),
      path_(folder_ + "/" + name),
      temporary_(fmt::format("{}/.{}.part", folder_, name)) {}

Message PendingOutput::sync_message(int error) const {
    errno = error;
    return system_message(Failed::write, path_);
}

std::optional<Message> PendingOutput::publish() {
    if (!give_name()) return system_message(Failed::name, temporary_);
    named_ = true;
    struct ::stat facts {};
    if (::lstat(path_.c_str(), &facts) == 0 && !replaces(facts.st_mode))
        return system_message(Failed::replace, path_);
    if (exchange()) return std::nullopt;
    first_ = errno == ENOENT;
    if (::rename(temporary_.c_str(), path_.c_str()) != 0)
        return system_message(Failed::replace, path_);
    named_ = false;
    return std::nullopt;
}

void PendingOutput::withdraw() {
    if (named_)
        exchange();
    else if (first_)
        remove_published();
}

bool PendingOutput::exchange() {
    return ::renameat2(AT_FDCWD, temporary_.c_str(), AT_FDCWD, path_.c_str(), RENAME_EXCHANGE) == 0;
}

PendingFile::~PendingFile() {
    if (named_) ::unlink(temporary_.c_str());
    if (descriptor_ >= 0) ::close(descriptor_);
}

std::optional<Message> PendingFile::write(const std::string& bytes) {
    if (!open_nameless() && !open_named()) return system_message(Failed::create_file, folder_);
    if (!fill(bytes)) return system_message(Failed::write, path_);
    return std::nullopt;
}

int PendingFile::sync() const { return sync_fully(descriptor_) ? 0 : errno; }

bool PendingFile::replaces(::mode_t mode) const {
    errno = EISDIR;
    return !S_ISDIR(mode);
}

void PendingFile::remove_published() { ::unlink(path_.c_str()); }

bool PendingFile::open_nameless() {
    descriptor_ = ::open(folder_.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, file_mode);
    return descriptor_ >= 0;
}

bool PendingFile::open_named() {
    ::unlink(temporary_.c_str());
    descriptor_ =
        ::open(temporary_.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, file_mode);
    named_ = descriptor_ >= 0;
    return named_;
}

bool PendingFile::fill(const std::string& bytes) const {
    if (!write_fully(descriptor_, bytes)) return false;
    ::sync_file_range(descriptor_, 0, 0, SYNC_FILE_RANGE_WRITE);
    return true;
}

/// Links the nameless file (open(2), O_TMPFILE), in place of what a killed build has left.
bool PendingFile::give_name() {
    if (named_) return true;
    ::unlink(temporary_.c_str());
    const auto source = fmt::format("/proc/self/fd/{}", descriptor_);
    return ::linkat(AT_FDCWD, source.c_str(), AT_FDCWD, temporary_.c_str(), AT_SYMLINK_FOLLOW) == 0;
}

PendingFolder::~PendingFolder() {
    if (named_) remove_folder(temporary_);
}

std::optional<Message> PendingFolder::write(const std::vector<OutputFile>& files) {
    remove_folder(temporary_);  // what a killed build has left
    if (::mkdir(temporary_.c_str(), 0777) != 0)
        return system_message(Failed::create_folder, folder_);
    named_ = true;
    for (const OutputFile& file : files)
        if (!write_file(temporary_ + "/" + file.name, file.bytes))
            return system_message(Failed::write, path_ + "/" + file.name);
    return std::nullopt;
}

int PendingFolder::sync() const {
    std::error_code error;
    for (const auto& file : fs::directory_iterator(temporary_, error))
        if (const int fault = sync_path(file.path().string()); fault != 0) return fault;
    return error ? error.value() : sync_path(temporary_);
}

bool PendingFolder::replaces(::mode_t mode) const {
    errno = S_ISDIR(mode) ? ENOTEMPTY : ENOTDIR;
    return S_ISDIR(mode) && holds_slides_only(path_);
}

void PendingFolder::remove_published() { remove_folder(path_); }

}  // namespace triptych::cli
