using System.Text.Json;
using System.Text.Json.Nodes;
using Assay.Tests.Publishing;
using Assay.Tests.Records;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Xunit;

namespace Assay.Tests.Mcp;

/// <summary>What an agent sees and gets, over standard input and output and over HTTP alike.</summary>
public sealed class McpToolTests(McpServers servers) : IClassFixture<McpServers>
{
    private const string Claim = "Kazakhstan is a member of the CSTO.";

    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A call of each tool, and words that its answer has.</summary>
    public static TheoryData<string, string, string, string> Calls()
    {
        var calls = new TheoryData<string, string, string, string>();
        foreach (var way in (string[])["program", "endpoint"])
        {
            calls.Add(way, "check_text", $$"""{"text": "{{Claim}}", "date": "2025-06-17"}""", "c1 Supported");
            calls.Add(way, "check_text", """{"text": "Russia is a member of NATO.", "date": "2025-06-17", "title": "A title", "language": "en"}""", "c1 Refuted");
            calls.Add(way, "explain_finding", $$"""{"text": "{{Claim}}", "date": "2025-06-17", "claim": "1"}""", "c1 SUPPORTED");
            calls.Add(way, "explain_finding", $$"""{"text": "{{Claim}}", "date": "2025-06-17", "quote": "a member of the csto"}""", "Proof");
            calls.Add(way, "check_claim", """{"kind": "membership", "roles": {"member": "Kazakhstan", "body": "csto"}, "date": "2025-06-17"}""", "c1 Supported");
            calls.Add(way, "check_claim", """{"kind": "membership", "roles": {"member": "ru", "body": "NATO"}, "expects": "no", "time": "2024", "date": "2025"}""", "c1 Supported");
            calls.Add(way, "ask", """{"question": "Who owns Tengiz?", "at": "2025"}""", "Chevron");
            calls.Add(way, "owners", """{"of": "kz", "goods": "crude-oil", "by": "country", "at": "2024"}""", "United States");
            calls.Add(way, "members", """{"body": "EAEU", "at": "2025-06-17"}""", "Kyrgyzstan");
            calls.Add(way, "agreements", """{"a": "kz", "b": "gb", "kind": "military-cooperation", "at": "2025-06-17"}""", "Plan of Military Cooperation");
            calls.Add(way, "agreements", """{"a": "Nauru", "b": "Tuvalu", "at": null}""", "The record is silent");
            calls.Add(way, "ties", """{"a": "kz", "b": "ru", "since": "2022-01-01", "at": "2025-06-17"}""", "What began, ended or changed");
            calls.Add(way, "find_entity", """{"name": "Tengiz"}""", "tengizchevroil: Tengizchevroil LLP, a company of Kazakhstan");
            calls.Add(way, "find_entity", """{"name": "Tengiz", "kind": "pipeline"}""", "cpc: ");
            calls.Add(way, "find_entity", """{"name": "Kazatompron"}""", "The record is silent: it knows nothing by the name 'Kazatompron'; the nearest names are kazatomprom");
        }
        return calls;
    }

    /// <summary>A call that cannot be answered, and how the answer says to mend it.</summary>
    public static TheoryData<string, string, string> Mistakes() => new()
    {
        { "members", """{}""", "body is missing" },
        { "members", """{"boddy": "csto"}""", "members takes no 'boddy' (did you mean body?); it takes body (required), at" },
        { "members", """{"body": 5}""", "body is a number; write it as a string, as \"csto\"" },
        { "members", """{"body": "csot"}""", "or csto?); this takes an international body or a named group" },
        { "members", """{"body": "csto", "at": "2050"}""", "is still to come" },
        { "members", """{"body": "csto", "at": "soon"}""", "'soon' is not a date" },
        { "owners", """{"of": "tengiz", "goods": "oil"}""", "goods goes with a country" },
        { "owners", """{"of": "kz", "by": "nation"}""", "by cannot be 'nation'" },
        { "ties", """{"a": "kz", "b": "Kazakhstan"}""", "named twice" },
        { "ties", """{"a": "kz", "b": "ru", "since": "2024", "at": "2020"}""", "since 2024 lies after 2020; give an earlier date, or a later one with at" },
        { "ask", """{"question": "What a lovely day?"}""", "it takes statements" },
        { "ask", """{"question": ""}""", "question is missing" },
        { "check_text", """{"text": "A claim.", "language": "xx"}""", "there are no rules for the language 'xx'; there are: en, ru" },
        { "check_text", """{"text": "A claim.", "date": "someday"}""", "'someday' is not a date" },
        { "explain_finding", """{"text": "Kazakhstan is a member of the CSTO."}""", "neither claim nor quote is given" },
        { "explain_finding", """{"text": "Kazakhstan is a member of the CSTO.", "claim": "c7"}""", "the text has no claim 'c7': its only claim is c1" },
        { "check_claim", """{"kind": "membership", "roles": {"member": "Kazakhstn", "bodi": "csto"}}""", "did you mean" },
        { "check_claim", """{"kind": "membership", "roles": "Kazakhstan"}""", "write it as an object" },
        { "check_claim", """{"kind": "opinion", "roles": {}}""", "kind cannot be 'opinion'" },
        { "find_entity", """{"name": "x", "kind": "Nation"}""", "kind cannot be 'Nation'" },
    };

    [Fact]
    public async Task The_tools_are_listed_as_they_are_kept()
    {
        var tools = await servers.Program.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);
        var listed = new JsonArray([.. tools.Select(tool => JsonSerializer.SerializeToNode(tool.ProtocolTool, ModelContextProtocol.McpJsonUtilities.DefaultOptions))]).ToJsonString(s_indented) + "\n";
        Golden.Same("tools.json", listed);
    }

    [Fact]
    public async Task Both_ways_list_the_same_tools_and_tell_the_same_of_the_whole()
    {
        var program = await servers.Program.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);
        var endpoint = await servers.Endpoint.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(program.Select(tool => tool.Name).Order(), endpoint.Select(tool => tool.Name).Order());
        Assert.Equal(servers.Program.ServerInstructions, servers.Endpoint.ServerInstructions);
        Assert.Equal("assay", servers.Endpoint.ServerInfo!.Name);
        Assert.Contains("unknown, not false", servers.Program.ServerInstructions, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_tool_answers_in_words_that_end_with_the_sources_and_as_an_object(string way, string tool, string arguments, string expected)
    {
        var result = await Call(servers.Of(way), tool, arguments);
        Assert.NotEqual(true, result.IsError);
        var text = TextOf(result);
        Assert.Contains(expected, text, StringComparison.OrdinalIgnoreCase);
        if (!text.StartsWith("The record is silent", StringComparison.Ordinal)) Assert.Contains("\nSources: ", text.Replace("Sources:\n", "Sources: ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Object, result.StructuredContent!.Value.ValueKind);
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task What_cannot_be_asked_so_is_an_error_of_the_tool_that_says_how_to_mend_it(string tool, string arguments, string expected)
    {
        var result = await Call(servers.Endpoint, tool, arguments);
        Assert.True(result.IsError);
        Assert.Contains(expected, TextOf(result), StringComparison.Ordinal);
        Assert.Null(result.StructuredContent);
    }

    [Theory]
    [InlineData("members", """{"body": "csto", "at": "2025-06-17"}""", "members csto --at 2025-06-17")]
    [InlineData("owners", """{"of": "kz", "goods": "crude oil", "at": "2024"}""", "own kz --of \"crude oil\" --at 2024")]
    [InlineData("agreements", """{"a": "kz", "b": "gb", "at": "2025-06-17"}""", "agreements kz gb --at 2025-06-17")]
    [InlineData("ties", """{"a": "kz", "b": "ru", "since": "2022", "at": "2025-06-17"}""", "ties kz ru --since 2022 --at 2025-06-17")]
    [InlineData("ask", """{"question": "Is Kazakhstan a member of the CSTO?", "at": "2025-06-17"}""", "ask \"Is Kazakhstan a member of the CSTO?\" --at 2025-06-17")]
    public async Task The_object_is_what_the_command_line_prints_as_json(string tool, string arguments, string line)
    {
        var result = await Call(servers.Program, tool, arguments);
        var printed = InProcess.Run([.. InProcess.Split(line), "--format", "json"]);
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(printed.Output), result.StructuredContent!.Value));
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_refused_and_the_next_call_is_answered()
    {
        var result = await Call(servers.Program, "check_text", JsonSerializer.Serialize(new { text = new string('x', 60_000) }));
        Assert.Contains("at most 50000", TextOf(result), StringComparison.Ordinal);
        Assert.NotEqual(true, (await Call(servers.Program, "members", """{"body": "csto"}""")).IsError);
    }

    [Fact]
    public async Task Hostile_text_is_answered_as_any_other()
    {
        var result = await Call(servers.Endpoint, "check_text", JsonSerializer.Serialize(new { text = "<script>alert(1)</script> \u0000\u202e " + string.Concat(Enumerable.Repeat("((\"of the of\" ", 3000)), language = "en" }));
        Assert.NotEqual(true, result.IsError);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_ends_at_once_and_the_server_answers_on()
    {
        using var cancelling = new CancellationTokenSource();
        var text = string.Concat(Enumerable.Repeat(Claim + " ", 1300));
        var call = servers.Program.CallToolAsync("check_text", new Dictionary<string, object?> { ["text"] = text, ["date"] = "2025" }, cancellationToken: cancelling.Token);
        await cancelling.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await call);
        Assert.NotEqual(true, (await Call(servers.Program, "members", """{"body": "csto"}""")).IsError);
    }

    [Fact]
    public async Task A_page_of_another_site_is_refused()
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, servers.Address) { Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Add("Origin", "https://example.org");
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_request_that_is_too_long_is_refused()
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, servers.Address) { Content = new StringContent(new string(' ', 2 * 1024 * 1024), System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Accept.ParseAdd("application/json, text/event-stream");
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    private static async Task<CallToolResult> Call(McpClient client, string tool, string arguments) =>
        await client.CallToolAsync(tool, JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(arguments)!.ToDictionary(pair => pair.Key, pair => (object?)pair.Value), cancellationToken: TestContext.Current.CancellationToken);

    private static string TextOf(CallToolResult result) => Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
}
