using System.Text.Json;
using System.Text.Json.Nodes;
using Assay.Formats.Records;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assay.Web.Mcp;

/// <summary>A tool as an agent sees it, and what it does.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">Its title for people.</param>
/// <param name="Description">What it is for, what comes back, when to take another.</param>
/// <param name="Parameters">What it takes.</param>
/// <param name="Answer">What it does, on some day.</param>
internal sealed record ToolForm(string Name, string Title, string Description, ToolParameter[] Parameters, Func<ToolCall, LoadedRecord, DateOnly, ToolAnswer> Answer);

/// <summary>A tool of the server. It reads the record and changes nothing; what cannot be asked so is a tool's error that says how to mend the call.</summary>
internal sealed partial class AssayTool(ToolForm form, ToolDesk desk, ILogger log) : McpServerTool
{
    public override Tool ProtocolTool { get; } = new()
    {
        Name = form.Name, Title = form.Title, Description = form.Description, InputSchema = Schema(form.Parameters),
        Annotations = new ToolAnnotations { Title = form.Title, ReadOnlyHint = true, DestructiveHint = false, IdempotentHint = true, OpenWorldHint = false },
    };

    public override IReadOnlyList<object> Metadata => [];

    public override async ValueTask<CallToolResult> InvokeAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken = default)
    {
        try
        {
            var call = new ToolCall(form.Name, form.Parameters, request.Params?.Arguments);
            var answer = await desk.Do((record, today) => form.Answer(call, record, today), cancellationToken);
            return new CallToolResult { Content = [new TextContentBlock { Text = answer.Text }], StructuredContent = answer.Whole };
        }
        catch (AskingException wrong)
        {
            return Refused(wrong.Message);
        }
        catch (BrokenRecordException broken)
        {
            return Refused($"the record cannot be used: {broken.Message}");
        }
#pragma warning disable CA1031 // One call that the program fails on must not end the server, and its caller is told no more than that.
        catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Failed(log, form.Name, fault);
            return Refused($"a fault of the program itself ({fault.GetType().Name}); the same call will fail again: ask in another way, and report it with the call");
        }
    }

    private static CallToolResult Refused(string message) => new() { IsError = true, Content = [new TextContentBlock { Text = message }] };

    private static JsonElement Schema(ToolParameter[] parameters)
    {
        var properties = new JsonObject();
        foreach (var parameter in parameters) properties[parameter.Name] = parameter.Schema();
        var schema = new JsonObject
        {
            ["type"] = "object", ["properties"] = properties, ["required"] = new JsonArray([.. parameters.Where(parameter => parameter.IsRequired).Select(parameter => (JsonNode)parameter.Name)]),
            ["additionalProperties"] = false,
        };
        using var document = JsonDocument.Parse(schema.ToJsonString());
        return document.RootElement.Clone();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The tool {Tool} failed.")]
    private static partial void Failed(ILogger log, string tool, Exception fault);
}
