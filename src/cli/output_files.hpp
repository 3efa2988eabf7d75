#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <triptych/message.hpp>

namespace triptych::cli {

struct OutputFile {
    std::string name;  ///< in the output folder
    const std::string& bytes;
};

class PendingFile;

/// Files on their way into a folder, which is made when it is missing.
class OutputFolder {
public:
    /// `jobs` threads at most wait for the disk (0: one a core).
    OutputFolder(std::string path, unsigned jobs);
    ~OutputFolder();
    OutputFolder(const OutputFolder&) = delete;
    OutputFolder& operator=(const OutputFolder&) = delete;

    /// `waiting` is called once where `write` waits for another program to leave the folder.
    void when_waiting(std::function<void()> waiting) { waiting_ = std::move(waiting); }
    /// Starts to write a file that `write` will be given later, where the folder exists and its
    /// file system has files without a name; so nothing is left over if `write` is never called.
    /// Safe to call from several threads.
    void begin(const OutputFile& file);
    /// Writes all files, or none: everything is on disk under no name before the first old file is
    /// replaced. Returns what went wrong, in words, or nothing.
    std::optional<Message> write(const std::vector<OutputFile>& files);

private:
    std::string path_;
    std::size_t most_threads_;
    std::function<void()> waiting_;
    std::mutex mutex_;
    std::map<std::string, std::unique_ptr<PendingFile>> begun_;  ///< by name
};

/// Writes all of `text` to an open descriptor, short writes and interruptions included; false when
/// it failed.
bool write_fully(int descriptor, std::string_view text);

}  // namespace triptych::cli
