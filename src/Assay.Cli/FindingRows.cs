using System.Text.Json;
using Assay.Evidence;

namespace Assay.Cli;

/// <summary>The rows behind a finding, as the JSON of a checked article names them.</summary>
internal static class FindingRows
{
    /// <summary>The ids of the rows that the proofs of a claim cite, each once, in their order.</summary>
    /// <param name="file">The JSON of a checked article.</param>
    /// <param name="claim">The id of the claim, as <c>c5</c>.</param>
    /// <exception cref="StopException">The file cannot be read, is something else, or has no such claim.</exception>
    public static IReadOnlyList<StatementId> Of(string file, string claim)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file));
            if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("claims", out var claims) || claims.ValueKind != JsonValueKind.Array)
                throw StopException.Input($"{file}: it is no result of assay check --format json: it has no claims");
            var known = claims.EnumerateArray().Select(IdOf).ToList();
            foreach (var found in claims.EnumerateArray())
                if (IdOf(found) == claim) return RowsIn(found, file, claim);
            throw StopException.Usage($"{file} has no claim '{claim}'{Suggestion.For(claim, known)}; there are: {string.Join(", ", known)}");
        }
        catch (JsonException error)
        {
            throw StopException.Input($"{file}:{(error.LineNumber ?? 0) + 1}:{(error.BytePositionInLine ?? 0) + 1}: it is no JSON; give what assay check --format json wrote");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw StopException.Input($"{file}: it cannot be read: {error.Message.TrimEnd('.')}");
        }
    }

    private static string IdOf(JsonElement claim) =>
        claim.ValueKind == JsonValueKind.Object && claim.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString()! : "";

    private static IReadOnlyList<StatementId> RowsIn(JsonElement claim, string file, string id)
    {
        var rows = new List<StatementId>();
        if (claim.TryGetProperty("proof", out var proof)) Gather(proof, rows);
        if (rows.Count == 0) throw StopException.Usage($"{file}: the claim '{id}' has a proof without rows; there is nothing to export");
        return [.. rows.Distinct()];
    }

    // The parser has refused what is nested deeper than it allows.
    private static void Gather(JsonElement step, List<StatementId> rows)
    {
        if (step.ValueKind != JsonValueKind.Object) return;
        if (step.TryGetProperty("rows", out var cited) && cited.ValueKind == JsonValueKind.Array) rows.AddRange(cited.EnumerateArray().Select(IdOf).Where(row => row.Length > 0).Select(row => new StatementId(row)));
        if (step.TryGetProperty("inputs", out var inputs) && inputs.ValueKind == JsonValueKind.Array)
            foreach (var input in inputs.EnumerateArray()) Gather(input, rows);
    }
}
