"""What the two experiments share that train porcupine networks: settings, plan, and how a job trains."""
