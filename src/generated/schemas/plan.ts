// Generated from schemas/plan.schema.json by `npm run generate`; do not edit.
export const planSchema: Readonly<Record<string, unknown>> = {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "rolecall plan",
  "description": "The ordered changes, as `plan --format json` prints and `plan --out` keeps them.",
  "type": "object",
  "additionalProperties": false,
  "required": [
    "formatVersion",
    "now",
    "base",
    "narrowing",
    "digest",
    "summary",
    "scopes",
    "changes",
    "unlisted",
    "guards",
    "warnings",
    "requests"
  ],
  "properties": {
    "formatVersion": {
      "description": "Version of this format.",
      "const": 1
    },
    "now": {
      "description": "The instant the plan is made for.",
      "type": "string",
      "format": "date-time"
    },
    "base": {
      "description": "The revision given with --base.",
      "type": [
        "string",
        "null"
      ]
    },
    "narrowing": {
      "description": "What the run was narrowed to; empty where it was not.",
      "type": "object",
      "additionalProperties": false,
      "required": [],
      "properties": {
        "scope": {
          "description": "Globs over addresses (--scope).",
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "shard": {
          "description": "The part taken, I/N (--shard).",
          "type": "string"
        },
        "changedSince": {
          "description": "Only scopes whose desired state differs from this revision's (--changed-since).",
          "type": "string"
        }
      }
    },
    "digest": {
      "description": "sha256: and the hexadecimal hash of the changes that are not blocked (RFC 8785 JSON). Same changes, same digest.",
      "type": "string",
      "pattern": "^sha256:[0-9a-f]{64}$"
    },
    "summary": {
      "description": "Counts. What is blocked or cannot be verified is not counted under its action.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "grant",
        "change",
        "revoke",
        "blocked",
        "unlisted",
        "unchanged"
      ],
      "properties": {
        "grant": {
          "description": "Grants.",
          "type": "integer",
          "minimum": 0
        },
        "change": {
          "description": "Changes of a role or status.",
          "type": "integer",
          "minimum": 0
        },
        "revoke": {
          "description": "Revokes.",
          "type": "integer",
          "minimum": 0
        },
        "blocked": {
          "description": "What cannot be done.",
          "type": "integer",
          "minimum": 0
        },
        "unlisted": {
          "description": "What is live, unlisted and kept.",
          "type": "integer",
          "minimum": 0
        },
        "unchanged": {
          "description": "Entries that hold already.",
          "type": "integer",
          "minimum": 0
        },
        "unverifiable": {
          "description": "Changes whose result cannot be read back.",
          "type": "integer",
          "minimum": 0
        }
      }
    },
    "scopes": {
      "description": "The scopes of the run.",
      "type": "array",
      "items": {
        "description": "A scope.",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "scope",
          "name",
          "prune",
          "complete",
          "live",
          "desired"
        ],
        "properties": {
          "scope": {
            "description": "Address of the scope: redox/organization/ID, redox/environment/ID, aion/account/ID or aion/project/ACCOUNT/PROJECT; ids are percent-encoded.",
            "type": "string",
            "pattern": "^[^/]+/[^/]+/[^/]+(/[^/]+)?$"
          },
          "name": {
            "description": "Its live name.",
            "type": [
              "string",
              "null"
            ]
          },
          "prune": {
            "description": "What is revoked though no entry asks for it: all that is unlisted, only in the roles the document names, or nothing.",
            "enum": [
              true,
              false,
              "listed"
            ]
          },
          "complete": {
            "description": "False where the read failed, was cut short or contradicted itself: nothing is taken away there.",
            "type": "boolean"
          },
          "live": {
            "description": "Live assignments.",
            "type": "integer",
            "minimum": 0
          },
          "desired": {
            "description": "Assignments the files ask for now.",
            "type": "integer",
            "minimum": 0
          },
          "diff": {
            "description": "Unified diff of the role lists, where the scope changes.",
            "type": "string"
          }
        }
      }
    },
    "changes": {
      "description": "The changes, in the order of the plan.",
      "type": "array",
      "items": {
        "$ref": "#/$defs/change"
      }
    },
    "unlisted": {
      "description": "What is live, unlisted and kept.",
      "type": "array",
      "items": {
        "description": "A live assignment that no entry asks for.",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "scope",
          "principal",
          "label",
          "role",
          "status"
        ],
        "properties": {
          "scope": {
            "description": "Address of the scope: redox/organization/ID, redox/environment/ID, aion/account/ID or aion/project/ACCOUNT/PROJECT; ids are percent-encoded.",
            "type": "string",
            "pattern": "^[^/]+/[^/]+/[^/]+(/[^/]+)?$"
          },
          "principal": {
            "description": "Address of the principal: user:ID or group:ID; the lower-case e-mail stands where no id is known.",
            "type": "string",
            "pattern": "^(user|group):.+$"
          },
          "label": {
            "description": "What people know the principal by: e-mail, else name, else id.",
            "type": "string"
          },
          "role": {
            "description": "Role.",
            "type": "string"
          },
          "status": {
            "description": "Status of the assignment; always active in Redox.",
            "type": "string",
            "enum": [
              "active",
              "inactive"
            ]
          }
        }
      }
    },
    "guards": {
      "description": "The guards that refuse; one is enough to stop the whole run.",
      "type": "array",
      "items": {
        "$ref": "#/$defs/guard"
      }
    },
    "warnings": {
      "description": "What should be looked at.",
      "type": "array",
      "items": {
        "description": "A warning.",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "code",
          "message",
          "source"
        ],
        "properties": {
          "code": {
            "description": "Stable name of the warning, kebab-case.",
            "type": "string"
          },
          "message": {
            "description": "For people.",
            "type": "string"
          },
          "source": {
            "description": "The line it is about, if any.",
            "anyOf": [
              {
                "$ref": "#/$defs/source"
              },
              {
                "type": "null"
              }
            ]
          }
        }
      }
    },
    "requests": {
      "description": "What the plan costs.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "made",
        "toApply",
        "estimatedSeconds"
      ],
      "properties": {
        "made": {
          "description": "Requests sent to make it.",
          "type": "integer",
          "minimum": 0
        },
        "toApply": {
          "description": "Writes to apply it.",
          "type": "integer",
          "minimum": 0
        },
        "estimatedSeconds": {
          "description": "How long these take under the limits.",
          "type": "number",
          "minimum": 0
        }
      }
    },
    "later": {
      "description": "What terms will start; only where a plan is kept for review by the GitHub Action.",
      "type": "array",
      "items": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "at",
          "scope",
          "principal",
          "label",
          "from",
          "to",
          "risk"
        ],
        "properties": {
          "at": {
            "description": "The instant the term starts.",
            "type": "string",
            "format": "date-time"
          },
          "scope": {
            "$ref": "#/$defs/change/properties/scope"
          },
          "principal": {
            "$ref": "#/$defs/change/properties/principal"
          },
          "label": {
            "$ref": "#/$defs/change/properties/label"
          },
          "from": {
            "$ref": "#/$defs/change/properties/from"
          },
          "to": {
            "$ref": "#/$defs/change/properties/to"
          },
          "risk": {
            "$ref": "#/$defs/change/properties/risk"
          }
        }
      }
    }
  },
  "$defs": {
    "state": {
      "description": "A role and its status.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "role",
        "status"
      ],
      "properties": {
        "role": {
          "description": "Role, in the API's spelling where one was seen, else as written.",
          "type": "string"
        },
        "status": {
          "description": "Status of the assignment; always active in Redox.",
          "type": "string",
          "enum": [
            "active",
            "inactive"
          ]
        }
      }
    },
    "source": {
      "description": "A place in a file.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "file",
        "line",
        "column"
      ],
      "properties": {
        "file": {
          "description": "Path relative to the folder of rolecall.yaml, with /.",
          "type": "string"
        },
        "line": {
          "description": "Line, from 1.",
          "type": "integer",
          "minimum": 1
        },
        "column": {
          "description": "Column, from 1.",
          "type": "integer",
          "minimum": 1
        }
      }
    },
    "change": {
      "description": "One difference between desired and live state.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "action",
        "scope",
        "principal",
        "label",
        "from",
        "to",
        "source",
        "cause",
        "term",
        "risk",
        "blocked"
      ],
      "properties": {
        "action": {
          "description": "What is done.",
          "type": "string",
          "enum": [
            "grant",
            "change",
            "revoke"
          ]
        },
        "scope": {
          "description": "Address of the scope: redox/organization/ID, redox/environment/ID, aion/account/ID or aion/project/ACCOUNT/PROJECT; ids are percent-encoded.",
          "type": "string",
          "pattern": "^[^/]+/[^/]+/[^/]+(/[^/]+)?$"
        },
        "principal": {
          "description": "Address of the principal: user:ID or group:ID; the lower-case e-mail stands where no id is known.",
          "type": "string",
          "pattern": "^(user|group):.+$"
        },
        "label": {
          "description": "What people know the principal by: e-mail, else name, else id.",
          "type": "string"
        },
        "from": {
          "description": "What is held before; null for a grant.",
          "anyOf": [
            {
              "$ref": "#/$defs/state"
            },
            {
              "type": "null"
            }
          ]
        },
        "to": {
          "description": "What is held after; null for a revoke.",
          "anyOf": [
            {
              "$ref": "#/$defs/state"
            },
            {
              "type": "null"
            }
          ]
        },
        "source": {
          "description": "The entry that asks for it; null where no line of a file does.",
          "anyOf": [
            {
              "$ref": "#/$defs/source"
            },
            {
              "type": "null"
            }
          ]
        },
        "cause": {
          "description": "Whether the files brought it about since the base, or it would be there without; null without --base.",
          "type": [
            "string",
            "null"
          ],
          "enum": [
            "files",
            "drift",
            null
          ]
        },
        "term": {
          "description": "What the clock did to bring it about: a term started or ended, or the person left; null where it did not.",
          "type": [
            "string",
            "null"
          ],
          "enum": [
            "started",
            "ended",
            "left",
            null
          ]
        },
        "risk": {
          "description": "High for what gives a high-risk role.",
          "type": "string",
          "enum": [
            "high",
            "normal"
          ]
        },
        "blocked": {
          "description": "Why it cannot be done; null where it can.",
          "type": [
            "string",
            "null"
          ]
        },
        "verifiable": {
          "description": "False where the result cannot be read back: such a change counts for nothing in drift, convergence or No changes. Left out elsewhere.",
          "const": false
        },
        "takesAlong": {
          "description": "For the removal from an organization: the assignments that go with it, as an address and a role.",
          "type": "array",
          "items": {
            "type": "string"
          }
        }
      }
    },
    "guard": {
      "description": "A guard that refuses the plan.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "guard",
        "scope",
        "message"
      ],
      "properties": {
        "guard": {
          "description": "Name of the guard.",
          "type": "string"
        },
        "scope": {
          "description": "The scope it counts in; null where it counts over the whole run.",
          "type": [
            "string",
            "null"
          ],
          "pattern": "^[^/]+/[^/]+/[^/]+(/[^/]+)?$"
        },
        "message": {
          "description": "Why it refuses.",
          "type": "string"
        }
      }
    }
  }
};
