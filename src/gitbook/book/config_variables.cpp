#include "gitbook/book/config_variables.hpp"

namespace triptych::gitbook {
namespace {

constexpr int deepest_variable = 20;
/// Values of variables that are looked at: aliases make many of few.
constexpr int most_values = 10'000;

class VariableReader {
public:
    explicit VariableReader(std::map<std::string, std::string>& variables)
        : variables_(variables) {}

    void add(const YAML::Node& node, const std::string& name, int depth = 0) {
        if (depth > deepest_variable || left_ <= 0) return;
        --left_;
        const std::string front = name.empty() ? name : name + '.';
        if (node.IsScalar()) variables_.try_emplace(name, scalar(node));
        if (node.IsMap())
            for (const auto& entry : node)
                add(entry.second, front + scalar(entry.first), depth + 1);
        if (node.IsSequence())
            for (std::size_t i = 0; i < node.size(); ++i)
                add(node[i], front + std::to_string(i), depth + 1);
    }

private:
    std::map<std::string, std::string>& variables_;
    int left_ = most_values;
};

}  // namespace

void add_variables(const YAML::Node& node, const std::string& name,
                   std::map<std::string, std::string>& variables) {
    VariableReader(variables).add(node, name);
}

}  // namespace triptych::gitbook
