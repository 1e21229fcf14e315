using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Lexicon.Local.Aws;
using Lexicon.Local.Aws.Api;
using Lexicon.Local.Iam;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Tests.Aws;

/// <summary>The frame of the AWS JSON protocols, around a service that keeps notes.</summary>
public sealed class AwsJsonEndpointTests
{
    private readonly NotesIdentities _identities = new();

    [Fact]
    public async Task Operation_OfTheTable_IsPerformed()
    {
        var response = await SendAsync("Notes.GetNote", """{"Name":"l'été"}""");

        Assert.Equal(
            (200, "application/x-amz-json-1.1", """{"Note":"l'été"}"""),
            (response.StatusCode, response.ContentType, Body(response)));
        Assert.Equal(response.Body.Length, response.ContentLength);
        Assert.True(Guid.TryParse(response.Headers["x-amzn-RequestId"], out _));
    }

    [Fact]
    public async Task Permission_IsAskedForWithTheKeysOfEveryRequestAndOfTheService()
    {
        await SendAsync("Notes.GetNote", """{"Name":"a"}""");

        var (request, policy) = Assert.Single(_identities.Asked);
        Assert.Equal((Caller.Root, "notes:GetNote", "arn:note/a"), (request.Caller, request.Action, request.Resource));
        Assert.Equal(["127.0.0.1"], request.Context["aws:SourceIp"]);
        Assert.Equal(["a"], request.Context["notes:Name"]);
        Assert.Equal("policy", (string?)policy);
    }

    [Fact]
    public async Task Permissions_OfACallOnSeveralResources_AreAskedForOneByOne()
    {
        await SendAsync("Notes.GetNotes", """{"Names":["a","b"]}""");

        Assert.Equal(["arn:note/a", "arn:note/b"], _identities.Asked.Select(asked => asked.Request.Resource));
        _identities.Decision = new(false, "IAM's sentence");
        Assert.Equal(
            """{"__type":"NotAllowed","message":"IAM's sentence"}""", Body(await SendAsync("Notes.GetNotes", """{"Names":["a","b"]}""")));
        Assert.Equal(3, _identities.Asked.Count);
    }

    [Fact]
    public async Task Caller_WithoutThePermission_IsDenied()
    {
        _identities.Decision = new(false, "IAM's sentence");

        var response = await SendAsync("Notes.GetNote", """{"Name":"a"}""");

        Assert.Equal((400, """{"__type":"NotAllowed","message":"IAM's sentence"}"""), (response.StatusCode, Body(response)));
        Assert.Equal("application/x-amz-json-1.1", response.ContentType);
        Assert.Equal("NotAllowed:", response.Headers["x-amzn-ErrorType"]);
    }

    [Fact]
    public async Task Operation_ForAnyone_IsPerformedWithoutAskingIam()
    {
        _identities.Decision = new(false, "IAM's sentence");

        Assert.Equal("""{"Count":2}""", Body(await SendAsync("Notes.CountNotes", "{}")));
        Assert.Empty(_identities.Asked);
    }

    [Theory]
    [InlineData("Notes.BurnNotes", "{}", "NotServed", "BurnNotes")]
    [InlineData("Letters.GetNote", "not read", "NotServed", "Letters.GetNote")]
    [InlineData("GetNote", "not read", "NotServed", "GetNote")]
    [InlineData("Notes.GetNote", "", "Unreadable", "The request body is not a JSON object.")]
    [InlineData("Notes.GetNote", "[]", "Unreadable", "The request body is not a JSON object.")]
    [InlineData("Notes.GetNote", """{"Name":"a","Name":"b"}""", "Unreadable", "The request body is not a JSON object.")]
    public async Task Request_ThatCannotBePerformed_IsTheServicesError(string target, string body, string code, string message)
    {
        var response = await SendAsync(target, body);

        Assert.Equal($$"""{"__type":"{{code}}","message":"{{message}}"}""", Body(response));
        Assert.Empty(_identities.Asked);
    }

    [Fact]
    public async Task Request_ThatIsNotAdmitted_IsRefusedBeforeItsBodyIsRead() => Assert.Equal(
        """{"__type":"Closed","message":"We are closed."}""", Body(await SendAsync("Notes.CountNotes", "not read", closed: true)));

    private static string Body(HttpResponse response) => Encoding.UTF8.GetString(((MemoryStream)response.Body).ToArray());

    private async Task<HttpResponse> SendAsync(string target, string body, bool closed = false)
    {
        var operations = new AwsOperations(_identities,
        [
            new("GetNote", OnNote, call => Task.FromResult(new JsonObject { ["Note"] = (string?)call.Request["Name"] })),
            new("GetNotes", _ => null, JsonObject (_) => [])
            {
                PermissionsOfEach = call => call.Request["Names"]!.AsArray()
                    .Select(name => new Permission("notes:GetNotes", $"arn:note/{name}")),
            },
            new("CountNotes", _ => null, JsonObject (_) => new() { ["Count"] = 2 }),
        ])
        {
            Otherwise = name => throw new NotesException("NotServed", name),
            Denied = message => new NotesException("NotAllowed", message),
        };
        var protocol = new AwsJsonProtocol
        {
            Services = ["Notes"],
            ContentType = "application/x-amz-json-1.1",
            UnknownTarget = name => new NotesException("NotServed", name),
            Unreadable = reason => new NotesException("Unreadable", reason),
            Admit = _ =>
            {
                if (closed)
                {
                    throw new NotesException("Closed", "We are closed.");
                }
            },
        };
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Loopback;
        context.Request.Headers["X-Amz-Target"] = target;
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        context.Response.Body = new MemoryStream();
        await new AwsJsonEndpoint(protocol, operations.HandleAsync).HandleAsync(context, Caller.Root);
        return context.Response;
    }

    private static Permission OnNote(AwsCall call)
    {
        var name = (string?)call.Request["Name"] ?? "";
        return new($"notes:{call.Operation}", $"arn:note/{name}")
        {
            ResourcePolicy = JsonValue.Create("policy"),
            Conditions = new Dictionary<string, IReadOnlyList<string>> { ["notes:Name"] = [name] },
        };
    }

    private sealed class NotesException(string code, string message) : AwsException(message)
    {
        public override AwsError Error => new(400, code, Message) { Namespace = "", Headers = [("x-amzn-ErrorType", $"{code}:")] };
    }

    private sealed class NotesIdentities : IIdentities
    {
        public List<(AccessRequest Request, JsonNode? Policy)> Asked { get; } = [];

        public Decision Decision { get; set; } = Decision.Allow;

        public Decision Authorize(AccessRequest request, JsonNode? resourcePolicy = null)
        {
            Asked.Add((request, resourcePolicy));
            return Decision;
        }

        public Credentials Assume(string roleArn, string sessionName) => throw new NotSupportedException();

        public Decision AuthorizeAssumption(Caller caller, string roleArn) => throw new NotSupportedException();

        public void Check(JsonNode resourcePolicy, string place) => throw new NotSupportedException();

        public IPolicy Read(JsonNode? document, string place) => throw new NotSupportedException();
    }
}
