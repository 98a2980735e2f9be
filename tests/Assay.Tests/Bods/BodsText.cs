using System.Globalization;

namespace Assay.Tests.Bods;

/// <summary>Statements of BODS 0.4 as text, for tests that need few fields.</summary>
internal static class BodsText
{
    private static int s_next = 1000;

    public static string Id(int number) => number.ToString("00000000000000000000000000000000", CultureInfo.InvariantCulture);

    public static string Entity(string record, string more = "", string type = "\"type\":\"registeredEntity\"", string date = "2024-01-01", string status = "", bool isComponent = false) =>
        Statement(record, "entity", date, status, $"\"isComponent\":{Json(isComponent)},\"entityType\":{{{type}}},\"name\":\"{record}\"{More(more)}");

    public static string Person(string record, string more = "", string date = "2024-01-01", string status = "", string type = "knownPerson") =>
        Statement(record, "person", date, status, $"\"isComponent\":false,\"personType\":\"{type}\"{More(more)}");

    /// <summary>A relationship; the party is a recordId, or JSON of an unspecified one; each interest is JSON.</summary>
    public static string Relationship(string record, string subject, string party, string interests, string date = "2024-01-01", string status = "", string more = "", bool isComponent = false) =>
        Statement(record, "relationship", date, status, $"\"isComponent\":{Json(isComponent)},\"subject\":\"{subject}\",\"interestedParty\":{(party.StartsWith('{') ? party : $"\"{party}\"")}{(interests.Length > 0 ? $",\"interests\":[{interests}]" : "")}{More(more)}", subject);

    public static string Shares(string share, string directness = "direct", string start = "", string end = "", string type = "shareholding") =>
        $"{{\"type\":\"{type}\",\"directOrIndirect\":\"{directness}\"{(share.Length > 0 ? $",\"share\":{{{share}}}" : "")}{(start.Length > 0 ? $",\"startDate\":\"{start}\"" : "")}{(end.Length > 0 ? $",\"endDate\":\"{end}\"" : "")}}}";

    private static string Statement(string record, string kind, string date, string status, string details, string? about = null) =>
        $"{{\"statementId\":\"{Id(Interlocked.Increment(ref s_next))}\",\"statementDate\":\"{date}\",\"declarationSubject\":\"{about ?? record}\",\"recordId\":\"{record}\",\"recordType\":\"{kind}\"{(status.Length > 0 ? $",\"recordStatus\":\"{status}\"" : "")},\"recordDetails\":{{{details}}}}}";

    private static string More(string fields) => fields.Length > 0 ? $",{fields}" : "";

    private static string Json(bool value) => value ? "true" : "false";
}
