#include "verify/operators.hpp"

#include <unordered_map>

namespace triptych::verify {

namespace {

constexpr Context anywhere = Context::anywhere, in_text = Context::in_text,
                  outside = Context::outside_text;

Operator setting(int operands) { return {operands, anywhere}; }
Operator moving(int operands) { return {operands, in_text}; }
Operator showing(int operands) { return {operands, in_text, true, true}; }
Operator drawing(int operands) { return {operands, outside}; }
Operator painting(int operands) { return {operands, outside, true}; }

using Table = std::unordered_map<std::string, Operator>;

/// Paths, pictures, and what is kept and brought back.
void add_graphics(Table& table) {
    for (const char* name : {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*"})
        table.emplace(name, painting(0));
    for (const char* name : {"Do", "sh"}) table.emplace(name, painting(1));
    table.emplace("EI", painting(any_number));
    for (const char* name : {"BI", "ID"}) table.emplace(name, drawing(any_number));
    for (const char* name : {"q", "Q", "h", "n", "W", "W*"}) table.emplace(name, drawing(0));
    for (const char* name : {"m", "l"}) table.emplace(name, drawing(2));
    for (const char* name : {"re", "v", "y"}) table.emplace(name, drawing(4));
    for (const char* name : {"c", "cm"}) table.emplace(name, drawing(6));
    table.emplace("d0", setting(2));
    table.emplace("d1", setting(6));
}

void add_text(Table& table) {
    for (const char* name : {"Tj", "TJ", "'"}) table.emplace(name, showing(1));
    table.emplace("\"", showing(3));
    for (const char* name : {"Td", "TD"}) table.emplace(name, moving(2));
    table.emplace("Tm", moving(6));
    table.emplace("T*", moving(0));
    table.emplace("BT", drawing(0));
    table.emplace("ET", moving(0));
    for (const char* name : {"Tc", "TL", "Tr", "Ts", "Tw", "Tz"}) table.emplace(name, setting(1));
    table.emplace("Tf", setting(2));
}

/// Colours, lines, marked content.
void add_settings(Table& table) {
    for (const char* name :
         {"CS", "cs", "G", "g", "gs", "i", "j", "J", "M", "ri", "w", "BMC", "MP"})
        table.emplace(name, setting(1));
    for (const char* name : {"SC", "sc", "SCN", "scn"}) table.emplace(name, setting(any_number));
    for (const char* name : {"d", "BDC", "DP"}) table.emplace(name, setting(2));
    for (const char* name : {"RG", "rg"}) table.emplace(name, setting(3));
    for (const char* name : {"K", "k"}) table.emplace(name, setting(4));
    for (const char* name : {"EMC", "BX", "EX"}) table.emplace(name, setting(0));
}

Table make_table() {
    Table table;
    add_graphics(table);
    add_text(table);
    add_settings(table);
    return table;
}

}  // namespace

const Operator* find_operator(const std::string& name) {
    static const Table table = make_table();
    const auto found = table.find(name);
    return found == table.end() ? nullptr : &found->second;
}

}  // namespace triptych::verify
