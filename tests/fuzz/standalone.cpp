// Runs a fuzz target where the compiler has no libFuzzer: `fuzz_NAME COUNT SEED...` gives it each
// seed (a file, or all files of a folder) and COUNT changed ones, the same every time.

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest = 1 << 16;

std::string read(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> read_seeds(char** begin, char** end) {
    std::vector<fs::path> paths;
    for (char** seed = begin; seed != end; ++seed) {
        if (fs::is_regular_file(*seed)) paths.emplace_back(*seed);
        if (!fs::is_directory(*seed)) continue;
        for (const auto& entry : fs::recursive_directory_iterator(*seed))
            if (entry.is_regular_file()) paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    std::vector<std::string> seeds(1);
    for (const fs::path& path : paths) seeds.push_back(read(path));
    return seeds;
}

/// Changes inputs by numbers that are the same on every machine: std::mt19937 is, distributions
/// are not.
class Changer {
public:
    explicit Changer(const std::vector<std::string>& seeds) : seeds_(seeds) {}

    std::string next() {
        std::string input = seeds_[below(seeds_.size())];
        for (std::size_t rounds = 1 + below(6); rounds > 0; --rounds) change(input);
        input.resize(std::min(input.size(), largest));
        return input;
    }

private:
    std::size_t below(std::size_t count) { return count == 0 ? 0 : random_() % count; }

    void change(std::string& input) {
        const std::size_t at = below(input.size());
        const std::size_t length = std::min(input.size() - at, 1 + below(40));
        const std::string& other = seeds_[below(seeds_.size())];
        switch (below(6)) {
            case 0:
                if (!input.empty()) input[at] = static_cast<char>(below(256));
                return;
            case 1:
                if (!input.empty()) input[at] = static_cast<char>(input[at] ^ (1 << below(8)));
                return;
            case 2:
                input.erase(at, length);
                return;
            case 3:
                input.insert(below(input.size() + 1), input.substr(at, length));
                return;
            case 4:
                input.insert(at, other.substr(below(other.size()), 1 + below(80)));
                return;
            default:
                input.resize(at);
        }
    }

    const std::vector<std::string>& seeds_;
    std::mt19937 random_{1};
};

void run(const std::string& input) {
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) return 2;
    const std::vector<std::string> seeds = read_seeds(argv + 2, argv + argc);
    for (const std::string& seed : seeds) run(seed);
    Changer changer(seeds);
    const long count = std::strtol(argv[1], nullptr, 10);
    for (long i = 0; i < count; ++i) run(changer.next());
    std::printf("%zu seeds and %ld changed inputs\n", seeds.size(), count);
    return 0;
}
