using Amazon.CDK.AWS.IAM;
using Constructs;
using Lexicon.Infra.Security;

namespace Lexicon.Infra;

/// <summary>
/// A role that one service may take, and that may do what is listed here and nothing else: a construct that is given it cannot
/// add to it, as CDK's would (a policy beside the role could be missing when the role is first used). It is declared in one
/// piece: CDK's own takes a call to its library for each statement.
/// </summary>
internal sealed class ExactRole : CfnRole
{
    // The version of the policy language: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html.
    private const string Language = "2012-10-17";

    public ExactRole(Construct scope, string id, ExactRoleProps props)
        : base(scope, id, new CfnRoleProps
        {
            Description = props.Description,
            AssumeRolePolicyDocument = Document(MayTakeIt(props.Service)),
            Policies = new[] { new PolicyProperty { PolicyName = props.PolicyName, PolicyDocument = Document(props.Grants) } },
        })
    {
        this.Waive(props.Waivers);
        AsGiven = Role.FromRoleArn(this, "Given", AttrArn, new FromRoleArnOptions { Mutable = false });
    }

    /// <summary>The role as constructs take one.</summary>
    public IRole AsGiven { get; }

    /// <summary>A policy that allows this.</summary>
    public static Dictionary<string, object> Document(IEnumerable<Grant> grants) =>
        Document([.. grants.Select(grant => grant.ToStatement())]);

    private static Dictionary<string, object> MayTakeIt(string service) => new()
    {
        ["Action"] = "sts:AssumeRole",
        ["Effect"] = "Allow",
        ["Principal"] = new Dictionary<string, object> { ["Service"] = service },
    };

    private static Dictionary<string, object> Document(params Dictionary<string, object>[] statements) =>
        new() { ["Statement"] = statements, ["Version"] = Language };
}
