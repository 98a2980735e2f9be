using System.Text.Json;

namespace Assay.Formats.Bods;

/// <summary>Whether an interest is held through others.</summary>
internal static class Directness
{
    /// <summary>What is said of it: <c>direct</c>, <c>indirect</c>, <c>unknown</c>; empty: nothing.</summary>
    public static string Of(JsonElement interest) => interest.TryGetProperty("directOrIndirect", out var said) ? said.GetString()! : "";

    /// <summary>Whether it is held through others: it says so, or leaves it open and lists the chain.</summary>
    public static bool IsThroughOthers(JsonElement details, JsonElement interest) => Of(interest) switch
    {
        "indirect" => true,
        "direct" => false,
        _ => details.TryGetProperty("componentRecords", out var components) && components.GetArrayLength() > 0,
    };
}
