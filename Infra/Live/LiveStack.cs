using Amazon.CDK;
using Amazon.CDK.AWS.Lambda;
using Constructs;
using Lexicon.Functions;
using Lexicon.Infra.Api;
using Lexicon.Infra.Cdk;
using Lexicon.Infra.Data;

namespace Lexicon.Infra.Live;

/// <summary>The WebSocket API: every row of its route table with its function, and the authorizer that takes tickets.</summary>
internal sealed class LiveStack : ExportingStack
{
    private readonly OperationProps _shared;
    private readonly Rollout? _rollout;

    public LiveStack(Construct scope, StageSettings settings, DataStack data, string package)
        : base(scope, "Live", settings, "Lexicon: WebSocket API and its functions")
    {
        AddStackDependency(data);

        var deadLetters = new DeadLetters(this, "DeadLetters", StackName).Queue;
        _shared = new OperationProps
        {
            Operation = "",
            Description = "",
            Name = "",
            Code = Code.FromAsset(package),
            Permissions = [],
            TableName = data.TableName,
            TableArn = FormatArn(new ArnComponents { Service = "dynamodb", Resource = "table", ResourceName = data.TableName }),
            TableKeyArn = data.TableKeyArn,
            Variables = new Dictionary<string, string>(),
            DeadLetters = deadLetters,
            DeadLettersArn = deadLetters.QueueArn,
            Settings = settings,
        };
        _rollout = settings.DeploysGradually ? new Rollout(this, "Rollout", settings, StackName, LiveRoutes.Operations) : null;

        var api = new LiveApi(this, "Live", settings);
        api.AuthorizeBy(Function(LiveRoutes.Authorizer, "Takes the ticket of a connection"));
        foreach (var route in LiveRoutes.All)
        {
            api.Serve(route, Function(route.Operation, $"WebSocket {route.Key}", route.Sends ? api : null));
        }

        Address = Export("Address", api.Address, "Where the site connects for live updates");
    }

    /// <summary>The address of the WebSocket API, stage included, as another stack imports it.</summary>
    public string Address { get; }

    private Alias Function(string name, string description, LiveApi? sendsTo = null)
    {
        var operation = new Operation(this, name, _shared with
        {
            Operation = name,
            Description = description,
            Name = Operation.NameOf(StackName, name),
            Permissions = Permissions.Live[name],
            Variables = sendsTo?.Variables ?? _shared.Variables,
            Statements = sendsTo is null ? [] : [sendsTo.Send],
            Waivers = sendsTo is null ? [] : [sendsTo.WaiverOfSend],
        });
        _rollout?.Add(operation, name);
        return operation.Live;
    }
}
