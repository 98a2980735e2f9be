using System.Text.Json;

namespace Assay.Formats.Bods;

internal sealed class OlderVersion
{
    public static bool IsOlder(JsonElement statement) => statement.TryGetProperty("statementID", out _) || statement.TryGetProperty("statementType", out _);

    public static byte[]? Upgrade(JsonElement statement, out string why)
    {
        why = "not yet";
        return null;
    }
}
