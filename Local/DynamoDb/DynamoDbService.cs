using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.Aws;
using Lexicon.Local.Aws.Signatures;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.DynamoDb.Answers;
using Lexicon.Local.DynamoDb.Engine;
using Lexicon.Local.DynamoDb.Requests;
using Lexicon.Local.DynamoDb.Resources;
using Lexicon.Local.DynamoDb.Schema;
using Lexicon.Local.DynamoDb.Validation;
using Lexicon.Local.Hosting;
using Lexicon.Local.Iam;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.DynamoDb;

/// <summary>
/// Amazon DynamoDB and DynamoDB Streams: Amazon's own engine, behind what it lacks: signatures, policies, our account's ARNs,
/// and a process that is started again when it dies.
/// </summary>
internal sealed class DynamoDbService : IService, IAwsService
{
    private const string ContentType = "application/x-amz-json-1.0";
    private const string Checksum = "x-amz-crc32";

    // Of two members with one name the engine could mean another than the one that was authorized.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly DatabaseEngine _engine;
    private readonly StreamLabels _labels;
    private readonly CommitBarrier _committed;
    private readonly Tables _tables;
    private readonly TableKeeper _keeper;
    private readonly Authorizer _authorizer;
    private readonly ArnTranslation _arns;
    private readonly RequestTranslation _requests;
    private readonly TableTags _tags;
    private readonly TableChanges _changes;
    private readonly Tagging _tagging;
    private readonly AnswerTranslation _answers;
    private readonly IndexKeyUpdates _updates;

    /// <summary>Builds the service; nothing is started.</summary>
    /// <param name="settings">Where tools and data are.</param>
    /// <param name="processes">Starts the engine.</param>
    /// <param name="identities">Decides who may what.</param>
    /// <param name="before">Whose engine, which runs, serves this one, too.</param>
    public DynamoDbService(
        Settings settings, IChildProcesses processes, IIdentities identities, DynamoDbService? before = null)
    {
        _engine = before?._engine ?? new DatabaseEngine(settings.Tools, Path.Combine(settings.Data, "dynamodb"), processes);
        _committed = new CommitBarrier(_engine);
        var client = new EngineClient(_engine);
        _labels = before?._labels ?? new StreamLabels();
        _tables = new Tables(identities, client);
        _keeper = new TableKeeper(client, _labels);
        _arns = new ArnTranslation(_labels);
        _authorizer = new Authorizer(identities, _tables, _arns);
        _requests = new RequestTranslation(_arns);
        _tags = before?._tags ?? new TableTags(Path.Combine(settings.Data, "dynamodb"));
        _changes = new TableChanges(_tables, _tags);
        _tagging = new Tagging(_tags, async table => await _tables.FindShapeAsync(table, CancellationToken.None) is not null);
        _answers = new AnswerTranslation(_arns, _tables, client);
        _updates = new IndexKeyUpdates(_tables);
    }

    public string Name => "DynamoDB";

    public string SigningName => "dynamodb";

    public AwsError InternalError => new(500, "InternalServerError", "Internal server error")
    {
        Namespace = "com.amazonaws.dynamodb.v20120810",
    };

    public IEnumerable<IResourceType> ResourceTypes => [new TableType(_tables), new GlobalTableType(_tables)];

    /// <summary>The process of the engine that runs now.</summary>
    public int? EngineProcessId => _engine.ProcessId;

    public void Begin() => _engine.Begin();

    public async Task StartAsync(CancellationToken cancellation)
    {
        if (!_engine.HasBegun)
        {
            return;
        }

        await _engine.StartedAsync(cancellation);
        foreach (var table in _tables.Definitions)
        {
            await _keeper.KeepAsync(table, cancellation);
        }
    }

    public bool Claims(HttpRequest request) =>
        request.Headers["x-amz-target"].ToString().StartsWith("DynamoDB", StringComparison.Ordinal);

    public async Task HandleAsync(HttpContext context, Caller caller)
    {
        if (caller == Caller.Anonymous)
        {
            throw new SignatureException(SignatureFault.Missing);
        }

        var target = context.Request.Headers["x-amz-target"].ToString();
        if (target.Split('.') is not ["DynamoDB_20120810" or "DynamoDBStreams_20120810", var operation])
        {
            await RefuseAsync(context, new AwsError(400, "UnknownOperationException", ""));
            return;
        }

        if (!_engine.HasBegun)
        {
            await RefuseAsync(context, new AwsError(
                400,
                "ResourceNotFoundException",
                "Requested resource not found: the templates declare no table, so that DynamoDB Local is not started."));
            return;
        }

        var body = context.Features.Get<RequestPayload>()?.Body ?? default;
        try
        {
            using var request = JsonDocument.Parse(body, Strict);
            var refusal = RequestValidation.Check(operation, request.RootElement)
                ?? await _authorizer.RefuseAsync(context, caller, operation, request.RootElement)
                ?? await _updates.CheckAsync(operation, request.RootElement);
            if (refusal is not null)
            {
                await RefuseAsync(context, refusal);
                return;
            }

            if (Tagging.Concerns(operation))
            {
                await TagAsync(context, operation, request.RootElement);
                return;
            }

            using var answer = await _engine.SendAsync(target, _requests.Translate(body), context.RequestAborted);
            if (answer.IsSuccessStatusCode)
            {
                await _committed.PassAsync(operation, context.RequestAborted);
            }

            await AnswerAsync(context, operation, request.RootElement, answer);
        }
        catch (JsonException)
        {
            await RefuseAsync(
                context, new AwsError(400, "SerializationException", "Start of structure or map found where not expected."));
        }
        catch (EngineUnavailableException failure) when (!context.Response.HasStarted)
        {
            await RefuseAsync(context, failure.ToError());
        }
    }

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    private static Task RefuseAsync(HttpContext context, AwsError error) => context.WriteAsync(ErrorProtocol.Json, error);

    private async Task TagAsync(HttpContext context, string operation, JsonElement request)
    {
        var (answer, error) = await _tagging.PerformAsync(operation, request);
        if (error is not null)
        {
            await RefuseAsync(context, error);
            return;
        }

        context.Response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString();
        await WriteAsync(context, JsonSerializer.SerializeToUtf8Bytes(answer ?? [], Plain));
    }

    private static async Task WriteAsync(HttpContext context, byte[] body)
    {
        context.Response.ContentType = ContentType;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    private async Task AnswerAsync(HttpContext context, string operation, JsonElement request, HttpResponseMessage answer)
    {
        var response = context.Response;
        response.StatusCode = (int)answer.StatusCode;
        response.ContentType = ContentType;
        response.Headers["x-amzn-RequestId"] = answer.Headers.TryGetValues("x-amzn-RequestId", out var ids)
            ? ids.First() : Guid.NewGuid().ToString();
        _changes.Remember(operation, request, answer.IsSuccessStatusCode);
        if (answer.IsSuccessStatusCode && !AnswerTranslation.Concerns(operation, request))
        {
            if (answer.Headers.TryGetValues(Checksum, out var sums))
            {
                response.Headers[Checksum] = sums.First();
            }

            response.ContentLength = answer.Content.Headers.ContentLength;
            await CopyAsync(answer, context);
            return;
        }

        var node = await ParseAsync(answer, context.RequestAborted);
        node = await _answers.TranslateAsync(operation, request, node, answer.IsSuccessStatusCode);
        await WriteAsync(context, JsonSerializer.SerializeToUtf8Bytes(node, Plain));
    }

    private static async Task CopyAsync(HttpResponseMessage answer, HttpContext context)
    {
        try
        {
            await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            // The engine died in the middle of its answer: the caller must not take it for whole.
            context.Abort();
        }
    }

    private static async Task<JsonNode?> ParseAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        try
        {
            var body = await answer.Content.ReadAsStreamAsync(cancellation);
            return await JsonNode.ParseAsync(body, cancellationToken: cancellation);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            throw new EngineUnavailableException(wasSent: true);
        }
    }
}
