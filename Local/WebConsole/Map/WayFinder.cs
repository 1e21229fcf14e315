using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.WebConsole.Map;

/// <summary>Finds the ways between places, from what the templates refer to.</summary>
internal sealed class WayFinder(
    IReadOnlyList<ResourceNode> nodes, IReadOnlyDictionary<ResourceNode, Place> places, Grants grants)
{
    // Types that tie an owner to what it calls; the owner is of one of the types named.
    private static readonly Dictionary<string, (string[] Owners, string Kind)> Ties = new()
    {
        ["AWS::ApiGateway::Authorizer"] = (["AWS::ApiGateway::RestApi"], "calls"),
        ["AWS::ApiGateway::Method"] = (["AWS::ApiGateway::RestApi"], "calls"),
        ["AWS::ApiGatewayV2::Authorizer"] = (["AWS::ApiGatewayV2::Api"], "calls"),
        ["AWS::ApiGatewayV2::Integration"] = (["AWS::ApiGatewayV2::Api"], "calls"),
        ["AWS::Cognito::IdentityPoolRoleAttachment"] = (["AWS::Cognito::IdentityPool"], "calls"),
        ["AWS::Lambda::EventInvokeConfig"] = (["AWS::Lambda::Function"], "event"),
        ["AWS::SNS::Subscription"] = (["AWS::SNS::Topic"], "event"),
        ["AWS::WAFv2::WebACLAssociation"] = (["AWS::WAFv2::WebACL"], "calls"),
        ["Custom::S3BucketNotifications"] = (["AWS::S3::Bucket"], "event"),
    };

    // A place that refers to places itself.
    private static readonly HashSet<string> Callers =
        ["AWS::CloudFront::Distribution", "AWS::Cognito::IdentityPool", "AWS::Events::Rule", "AWS::SQS::Queue"];

    /// <summary>All of them.</summary>
    public IEnumerable<Way> Find() => nodes.SelectMany(node => node.TypeName switch
    {
        "AWS::Lambda::EventSourceMapping" => OfMapping(node),
        "AWS::Lambda::Function" when places.TryGetValue(node, out var function) => OfFunction(node, function),
        var type when Ties.TryGetValue(type, out var tie) => Tied(node, tie.Owners, tie.Kind),
        var type when Callers.Contains(type) && places.TryGetValue(node, out var caller) => OfCaller(node, caller),
        _ => [],
    });

    private IEnumerable<Way> OfFunction(ResourceNode node, Place function) =>
        node.Resource?.Properties["Role"]?.ToString() is { } role
            ? grants.Of(role).Select(grant => new Way(function.Id, grant.Place.Id, "grant", grant.Label))
            : [];

    // Of a table the records come from its stream, and a queue that is named beside it gets those that failed.
    private IEnumerable<Way> OfMapping(ResourceNode node)
    {
        var reached = Reached(node).ToList();
        var function = reached.FirstOrDefault(place => place.Type == "AWS::Lambda::Function");
        var source = reached.FirstOrDefault(place => place.Type is "AWS::DynamoDB::Table" or "AWS::DynamoDB::GlobalTable")
            ?? reached.FirstOrDefault(place => place.Type == "AWS::SQS::Queue");
        return function is null || source is null
            ? []
            : [
                new Way(source.Id, function.Id, "event", "records"),
                .. reached.Where(place => place != function && place != source)
                    .Select(place => new Way(function.Id, place.Id, "event", "records that failed")),
            ];
    }

    // A bucket that a rule refers to sends it events; everything else that a caller refers to is called.
    private IEnumerable<Way> OfCaller(ResourceNode node, Place caller) => Reached(node).Select(place =>
        caller.Type == "AWS::Events::Rule" && place.Type is "AWS::S3::Bucket" or "AWS::Events::EventBus"
            ? new Way(place.Id, caller.Id, "event", "its events")
            : new Way(
                caller.Id,
                place.Id,
                caller.Type is "AWS::CloudFront::Distribution" or "AWS::Cognito::IdentityPool" ? "calls" : "event",
                caller.Type == "AWS::SQS::Queue" ? "dead letters" : ""));

    private IEnumerable<Way> Tied(ResourceNode node, string[] owners, string kind)
    {
        var reached = Reached(node).ToList();
        return reached.FirstOrDefault(place => owners.Contains(place.Type)) is { } owner
            ? reached.Where(place => place != owner && (kind == "event" || !owners.Contains(place.Type)))
                .Select(place => new Way(owner.Id, place.Id, kind, LabelOf(node)))
            : [];
    }

    private static string LabelOf(ResourceNode node)
    {
        var properties = node.Resource?.Properties;
        return node.TypeName switch
        {
            "AWS::ApiGateway::Method" => properties?["HttpMethod"]?.ToString() ?? "",
            "AWS::ApiGateway::Authorizer" or "AWS::ApiGatewayV2::Authorizer" => "who calls",
            "AWS::Lambda::EventInvokeConfig" => "events that failed",
            _ => "",
        };
    }

    // The places that a resource refers to, also by what is not a place, but not through a place.
    private IEnumerable<Place> Reached(ResourceNode node)
    {
        HashSet<ResourceNode> seen = [node];
        Queue<ResourceNode> waiting = new(node.DependsOn);
        while (waiting.TryDequeue(out var next))
        {
            if (!seen.Add(next))
            {
                continue;
            }

            if (places.TryGetValue(next, out var place))
            {
                if (!place.IsDetail)
                {
                    yield return place;
                }
            }
            else if (next.TypeName is not (
                "AWS::Lambda::Permission" or "AWS::ApiGateway::Deployment" or "AWS::CloudFront::ResponseHeadersPolicy"))
            {
                next.DependsOn.ForEach(waiting.Enqueue);
            }
        }
    }
}
